using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// The members that ask a model, themselves or through what they call, by their sketches: those that bring its words in, those that call them, and so on. Names
/// alone would make most members of a library for models askers, and each of their loops worth a walk.
/// </summary>
internal sealed class Askers : IDrawn
{
    private readonly Dictionary<(int Position, int Ordinal), Sketch> _asking = new();
    private readonly HashSet<(int Position, int Ordinal)> _going = new();

    private Askers(Engine engine, Drawing drawing, IReadOnlyCollection<Sketch> asking, CancellationToken cancellation)
    {
        Basis = new Basis(engine, drawing, cancellation);
        var answering = asking.SelectMany(sketch => sketch.Answers, (sketch, key) => (sketch, key)).ToLookup(pair => pair.key, pair => pair.sketch);
        foreach (var drawn in drawing.Drawn.Where(drawn => asking.Contains(drawn.Value)))
        {
            _asking.Add(drawn.Key, drawn.Value);
            if (drawn.Value.Asks == Asking.InRounds || Repeats(drawn.Value, answering) || ComesBack(drawn.Value, answering, cancellation))
            {
                _going.Add(drawn.Key);
            }
        }
    }

    public Basis Basis { get; }

    /// <summary>The sketches of the members that ask a model, by their places.</summary>
    public IReadOnlyDictionary<(int Position, int Ordinal), Sketch> Sketches => _asking;

    /// <summary>True if the member asks a model, itself or through what it calls.</summary>
    public bool Asks(IndexedMember member) => _asking.ContainsKey((member.Position, member.Ordinal));

    /// <summary>True if the member may do so again and again: in a loop, or because it comes to be called by what it calls.</summary>
    public bool GoesRound(IndexedMember member) => _going.Contains((member.Position, member.Ordinal));

    public static Askers Of(Engine engine, CancellationToken cancellation)
    {
        var drawing = new Drawing(engine, cancellation);
        var asking = new HashSet<Sketch>();
        var open = new Queue<Sketch>(engine.Index.Asking().Select(drawing.Draw).OfType<Sketch>().Where(sketch => sketch.Asks != Asking.Never));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var sketch = open.Dequeue();
            if (asking.Add(sketch))
            {
                foreach (var caller in sketch.Answers.SelectMany(key => Callers(engine, drawing, key)))
                {
                    open.Enqueue(caller);
                }
            }
        }

        return new Askers(engine, drawing, asking, cancellation);
    }

    private static IEnumerable<Sketch> Callers(Engine engine, Drawing drawing, MemberKey key)
    {
        foreach (var member in engine.Index.Meaning(key.Type, key.Name).ToList())
        {
            drawing.Draw(member);
        }

        return drawing.Concerned(key).Where(sketch => sketch.Calls.Any(call => call.Key == key));
    }

    /// <summary>True if one of those that ask is called in a loop.</summary>
    private static bool Repeats(Sketch member, ILookup<MemberKey, Sketch> answering) => member.Calls.Any(call => call.IsRepeated && answering.Contains(call.Key));

    /// <summary>True if one of those that ask, and that the member calls, calls it again.</summary>
    private static bool ComesBack(Sketch member, ILookup<MemberKey, Sketch> answering, CancellationToken cancellation)
    {
        var seen = new HashSet<Sketch>();
        for (var open = new Stack<Sketch>(new[] { member }); open.Count > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var caller = open.Pop();
            foreach (var key in caller.Calls.Select(call => call.Key).Distinct())
            {
                if (member.Answers.Contains(key) && (caller == member ? member.CallsItself : !caller.Answers.Intersect(member.Answers).Any()))
                {
                    return true;
                }

                foreach (var callee in answering[key].Where(seen.Add))
                {
                    open.Push(callee);
                }
            }
        }

        return false;
    }
}
