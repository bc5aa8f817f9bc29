using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>The sketches drawn so far, and who has to do with which member.</summary>
internal sealed class Drawing(Engine engine, CancellationToken cancellation)
{
    private readonly Dictionary<(int Position, int Ordinal), Sketch> _sketches = new();
    private readonly Dictionary<MemberKey, List<Sketch>> _concerned = new();
    private readonly Dictionary<MemberKey, ImmutableArray<IndexedMember>> _answering = new();

    private readonly HashSet<Sketch> _tools = new();
    private readonly HashSet<Sketch> _perhapsTools = new();
    private readonly IReadOnlyCollection<MemberKey> _handedOver = engine.Tools.HandedOver(cancellation);

    /// <summary>True if a model may call the member; of the program's own conventions, by names alone.</summary>
    public bool IsTool(Sketch sketch) => _tools.Contains(sketch) || _perhapsTools.Contains(sketch);

    /// <summary>True if only its names say so.</summary>
    public bool IsPerhapsTool(Sketch sketch) => _perhapsTools.Contains(sketch);

    public IReadOnlyCollection<Sketch> All => _sketches.Values;

    /// <summary>The sketches by the place of their members.</summary>
    public Dictionary<(int Position, int Ordinal), Sketch> Drawn => _sketches;

    /// <summary>The sketch of a member that was not drawn yet; null if it was.</summary>
    public Sketch? Draw(IndexedMember member)
    {
        var id = (member.Position, member.Ordinal);
        if (_sketches.ContainsKey(id))
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var sketch = engine.Sketches.Of(member, cancellation);
        _sketches.Add(id, sketch);
        if (sketch.IsTool || sketch.Answers.Any(_handedOver.Contains))
        {
            _tools.Add(sketch);
        }
        else if (engine.Tools.Conventions.MayBeTool(member))
        {
            _perhapsTools.Add(sketch);
        }

        foreach (var key in sketch.Concerns)
        {
            if (!_concerned.TryGetValue(key, out var sketches))
            {
                _concerned[key] = sketches = new List<Sketch>();
            }

            sketches.Add(sketch);
        }

        return sketch;
    }

    /// <summary>The drawn members that call this one, read what it holds, or answer for it.</summary>
    public IReadOnlyList<Sketch> Concerned(MemberKey key) => _concerned.TryGetValue(key, out var sketches) ? sketches : Array.Empty<Sketch>();

    /// <summary>The members that may run where this one is called: it, and those called alike in types below.</summary>
    public ImmutableArray<IndexedMember> Answering(MemberKey key)
    {
        if (!_answering.TryGetValue(key, out var members))
        {
            _answering[key] = members = engine.Index.TypesBelow(key.Type).SelectMany(type => engine.Index.Declared(type, key.Name)).ToImmutableArray();
        }

        return members;
    }

    /// <summary>True if no body of the member is in sight: what goes in may come out.</summary>
    public bool IsUnseen(MemberKey key)
    {
        foreach (var member in Answering(key))
        {
            if (member.Member.HasBody)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if, by names, the member may leave something in a field or property of its type, itself or through another member of the type.</summary>
    public static bool MayKeep(TreeIndex tree, MemberIndex member)
    {
        foreach (var other in tree.Members)
        {
            if (other.Type == member.Type
                && (other.HoldsState ? member.MayWrite(other.Name) : other.HasBody && other.Name != 0 && member.Mentions(other.Name)))
            {
                return true;
            }
        }

        return false;
    }
}
