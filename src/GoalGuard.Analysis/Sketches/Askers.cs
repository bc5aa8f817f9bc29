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
    private readonly HashSet<(int Position, int Ordinal)> _taking = new();
    private readonly HashSet<(int Position, int Ordinal)> _told = new();

    private Askers(Engine engine, Drawing drawing, IReadOnlyCollection<Sketch> asking, CancellationToken cancellation)
    {
        var answering = asking.SelectMany(sketch => sketch.Answers, (sketch, key) => (sketch, key)).ToLookup(pair => pair.key, pair => pair.sketch);
        var types = asking.SelectMany(sketch => sketch.Answers).Select(key => key.Type).ToImmutableHashSet();
        var near = new HashSet<Sketch>(asking.Where(sketch => sketch.Asks != Asking.Never || AreAsked(sketch, answering).Any(asked => asked.Asks != Asking.Never)));
        var taking = Taking(drawing, asking, near, answering);
        var telling = new HashSet<Sketch>();
        foreach (var (key, sketch) in drawing.Drawn.Where(drawn => asking.Contains(drawn.Value)).Select(drawn => (drawn.Key, drawn.Value)).ToList())
        {
            _asking.Add(key, sketch);
            var makes = (sketch.Does & Doing.MakesAgents) != 0 || (near.Contains(sketch) && sketch.Calls.Any(call => call.IsRepeated && IsMade(call, types)))
                || (near.Contains(sketch) && Words(sketch, answering).Any(call => call.IsRepeated && drawing.Answering(call.Key).Any(member => Makes(Drawn(drawing, member), types))));
            var takes = taking.Contains(sketch) && ((sketch.Does & Doing.Performs) != 0 || engine.Index.MayAct(engine.Index.At(key.Position, key.Ordinal)));
            if (makes || sketch.Asks == Asking.InRounds || Repeats(sketch, answering) || ComesBack(sketch, answering, cancellation))
            {
                _going.Add(key);
            }

            if (takes)
            {
                _taking.Add(key);
            }

            if (makes || takes)
            {
                telling.Add(sketch);
            }
        }

        var told = Below(telling, near, answering);
        var helpers = telling.SelectMany(sketch => sketch.Calls).SelectMany(call => drawing.Answering(call.Key)).Select(member => Drawn(drawing, member)).ToList();
        told.UnionWith(helpers.Where(sketch => (sketch.Does & Doing.Picks) != 0));
        _told.UnionWith(drawing.Drawn.Where(drawn => told.Contains(drawn.Value)).Select(drawn => drawn.Key));
        Basis = new Basis(engine, drawing, cancellation);
    }

    /// <summary>Those near a model that find an element by something it may have said, and those that call them.</summary>
    private static HashSet<Sketch> Taking(Drawing drawing, IReadOnlyCollection<Sketch> asking, HashSet<Sketch> near, ILookup<MemberKey, Sketch> answering)
    {
        var picking = near.Where(sketch => (sketch.Does & Doing.Picks) != 0 || Words(sketch, answering).Any(call => Runs(drawing, call.Key, Doing.Picks))).ToList();
        return new HashSet<Sketch>(picking.Concat(picking.SelectMany(sketch => sketch.Answers).SelectMany(drawing.Concerned).Where(asking.Contains)));
    }

    private static IEnumerable<Sketch> AreAsked(Sketch sketch, ILookup<MemberKey, Sketch> answering) => sketch.Calls.SelectMany(call => answering[call.Key]);

    /// <summary>The calls that may be given a model's words.</summary>
    private static IEnumerable<SketchCall> Words(Sketch sketch, ILookup<MemberKey, Sketch> answering)
    {
        var words = InputSet.Empty;
        for (var i = 0; i < sketch.Inputs.Length; i++)
        {
            var input = sketch.Inputs[i];
            var isOne = input.Kind == PortKind.Source || (input.Kind == PortKind.Result && answering.Contains(sketch.Calls[input.Index].Key));
            words |= isOne ? InputSet.Of(i) : InputSet.Empty;
        }

        return sketch.Calls.Where(call => call.Given.Any(given => given.From.Meets(words)));
    }

    /// <summary>True if a member that may run there does this.</summary>
    private static bool Runs(Drawing drawing, MemberKey key, Doing what) => drawing.Answering(key).Any(member => (Drawn(drawing, member).Does & what) != 0);

    private static Sketch Drawn(Drawing drawing, IndexedMember member) => drawing.Draw(member) ?? drawing.Drawn[(member.Position, member.Ordinal)];

    private static bool Makes(Sketch sketch, ImmutableHashSet<uint> types) => (sketch.Does & Doing.MakesAgent) != 0 || sketch.Calls.Any(call => IsMade(call, types));

    /// <summary>True for a constructor of a type that asks a model.</summary>
    private static bool IsMade(SketchCall call, ImmutableHashSet<uint> types) => call.Key.Name == call.Key.Type && types.Contains(call.Key.Type);

    /// <summary>Those members, and the ones near a model that ask it for them.</summary>
    private static HashSet<Sketch> Below(IReadOnlyCollection<Sketch> members, HashSet<Sketch> near, ILookup<MemberKey, Sketch> answering)
    {
        var asked = members.SelectMany(sketch => AreAsked(sketch, answering)).Where(near.Contains).ToList();
        return new HashSet<Sketch>(members.Concat(asked).Concat(asked.SelectMany(sketch => AreAsked(sketch, answering)).Where(sketch => sketch.Asks != Asking.Never)));
    }

    public Basis Basis { get; }

    /// <summary>The sketches of the members that ask a model, by their places.</summary>
    public IReadOnlyDictionary<(int Position, int Ordinal), Sketch> Sketches => _asking;

    /// <summary>True if the member asks a model, itself or through what it calls.</summary>
    public bool Asks(IndexedMember member) => _asking.ContainsKey((member.Position, member.Ordinal));

    /// <summary>True if the member may do so again and again: in a loop, or because it comes to be called by what it calls. Agents that are made in one ask, too.</summary>
    public bool GoesRound(IndexedMember member) => _going.Contains((member.Position, member.Ordinal));

    /// <summary>True if the member may take one of many that a model picked, and do it.</summary>
    public bool Takes(IndexedMember member) => _taking.Contains((member.Position, member.Ordinal));

    /// <summary>True if what a model says there matters to a member that takes one of many, or makes agents.</summary>
    public bool Tells(IndexedMember member) => _told.Contains((member.Position, member.Ordinal));

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
