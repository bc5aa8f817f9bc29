using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// What the sketches of a program say together about where a model's words go.
/// </summary>
internal sealed class Reached : IDrawn
{
    private readonly HashSet<(int Position, int Ordinal)> _hearing = new();
    private readonly HashSet<(int Position, int Ordinal)> _speaking = new();
    private readonly HashSet<(int Position, int Ordinal)> _meeting = new();
    private readonly HashSet<(int Position, int Ordinal)> _meetingAsTools = new();
    private readonly HashSet<MemberKey> _holding;

    public Reached(Engine engine, ProgramSketch program, Drawing drawing, CancellationToken cancellation)
    {
        Basis = new Basis(engine, drawing, cancellation);
        _holding = program.Spoken;
        foreach (var drawn in drawing.Drawn)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(_hearing, drawn.Key, program.Hears(drawn.Value));
            Add(_speaking, drawn.Key, program.Speaks(drawn.Value));
            Add(_meeting, drawn.Key, program.Meets(drawn.Value));
            Add(_meetingAsTools, drawn.Key, program.MeetsOnlyAsTool(drawn.Value));
        }
    }

    public Basis Basis { get; }

    private static void Add(HashSet<(int Position, int Ordinal)> members, (int Position, int Ordinal) member, bool belongs)
    {
        if (belongs)
        {
            members.Add(member);
        }
    }

    /// <summary>True if a model's words may come out of the member.</summary>
    public bool Speaks(IndexedMember member) => _speaking.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words are at hand in the member.</summary>
    public bool Hears(IndexedMember member) => _hearing.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words, at hand in the member, may meet a way to an act there.</summary>
    public bool Meets(IndexedMember member) => _meeting.Contains((member.Position, member.Ordinal));

    /// <summary>True if they meet only should a model really call the member.</summary>
    public bool MeetsOnlyAsTool(IndexedMember member) => _meetingAsTools.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words may be in this field or property.</summary>
    public bool Holds(ISymbol state) => _holding.Contains(MemberKey.Of(state));
}
