using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// What the sketches say together: which members a model's words may reach, and in which of them they meet a way to an act. Draws only members that lie on the
/// way: from the words on, or, where there are fewer of them, from the acts back. The same for every file of the program.
/// </summary>
internal sealed class ProgramSketch
{
    private readonly Engine _engine;
    private readonly Drawing _drawing;
    private readonly CancellationToken _cancellation;
    private readonly Queue<Sketch> _open = new();
    private readonly IReadOnlyCollection<MemberKey> _tools;
    private readonly bool _drawsOn;
    private readonly HashSet<MemberKey> _spoken = new();
    /// <summary>Members that leave a model's words in what they are given.</summary>
    private readonly HashSet<MemberKey> _filling = new();

    /// <summary>Members that leave a model's words in their own object.</summary>
    private readonly HashSet<MemberKey> _keeping = new();

    /// <summary>Parameters that a model's words are given to.</summary>
    private readonly HashSet<Gift> _given = new();

    /// <summary>Parameters that come out again, by the result or by what else was given.</summary>
    private readonly HashSet<(Gift Gift, PortKind By)> _passed = new();

    /// <summary>Parameters that reach an act.</summary>
    private readonly HashSet<Gift> _acting = new();

    private ProgramSketch(Engine engine, bool drawsOn, CancellationToken cancellation)
    {
        _engine = engine;
        _cancellation = cancellation;
        _drawing = new Drawing(engine, cancellation);
        _tools = engine.Tools.HandedOver(cancellation);
        _drawsOn = drawsOn;
    }

    /// <summary>Complete: what is not in it, no model's words reach.</summary>
    public static Reached Of(Engine engine, CancellationToken cancellation)
    {
        var program = new ProgramSketch(engine, drawsOn: true, cancellation);
        program.Draw(program.Sources());
        return program.Solve();
    }

    /// <summary>As much as it takes to know where a model's words may meet an act, drawn from where there are fewer of the two.</summary>
    public static Reached OfMeetings(Engine engine, CancellationToken cancellation)
    {
        if (engine.Index.Sources().Count() <= engine.Index.Acts().Count())
        {
            return engine.Sketch(cancellation);
        }

        var program = new ProgramSketch(engine, drawsOn: false, cancellation);
        new Demand(engine, program._drawing, cancellation).Draw();
        foreach (var sketch in program._drawing.All)
        {
            program._open.Enqueue(sketch);
        }

        return program.Solve();
    }

    private IEnumerable<IndexedMember> Sources() =>
        _engine.Index.Sources().Concat(_tools.SelectMany(tool => _engine.Index.Declared(tool.Type, tool.Name)))
            .Concat(_engine.Index.All().Where(_engine.Tools.Conventions.MayBeTool)).Distinct();

    private Reached Solve()
    {
        Spread();
        FindWaysToActs();
        return new Reached(_engine, this, _drawing, _cancellation);
    }

    /// <summary>True if a model's words may come out of the member.</summary>
    public bool Speaks(Sketch sketch) => sketch.Answers.Any(key => _spoken.Contains(key) || _filling.Contains(key));

    /// <summary>True if a model's words are at hand in the member.</summary>
    public bool Hears(Sketch sketch) => !Concrete(sketch).IsEmpty;

    /// <summary>True if a model's words, at hand in the member, may meet a way to an act there.</summary>
    public bool Meets(Sketch sketch) => MeetsAct(sketch, Spread(sketch, Concrete(sketch)));

    /// <summary>True if they meet only should a model really call the member, which its names alone leave open.</summary>
    public bool MeetsOnlyAsTool(Sketch sketch) => _drawing.IsPerhapsTool(sketch) && !MeetsAct(sketch, Spread(sketch, Concrete(sketch, isTool: false)));

    /// <summary>Members that give back a model's words, and fields and properties that hold them.</summary>
    public HashSet<MemberKey> Spoken => _spoken;

    private bool MeetsAct(Sketch sketch, InputSet inputs)
    {
        if (inputs.IsEmpty)
        {
            return false;
        }

        foreach (var flow in sketch.Flows)
        {
            if (flow.To.Kind == PortKind.Act && flow.From.Meets(inputs))
            {
                return true;
            }
        }

        foreach (var call in sketch.Calls)
        {
            foreach (var (parameter, from) in call.Given)
            {
                if (from.Meets(inputs) && _acting.Contains(new Gift(call.Key, parameter)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The inputs that hold a model's words, whoever calls.</summary>
    private InputSet Concrete(Sketch sketch) => Concrete(sketch, _drawing.IsTool(sketch));

    private InputSet Concrete(Sketch sketch, bool isTool)
    {
        var concrete = InputSet.Empty;
        for (var i = 0; i < sketch.Inputs.Length; i++)
        {
            var input = sketch.Inputs[i];
            concrete = input.Kind switch
            {
                PortKind.Source => true,
                PortKind.Held => _spoken.Contains(input.Key),
                PortKind.Result => _spoken.Contains(sketch.Calls[input.Index].Key),
                PortKind.After => _filling.Contains(sketch.Calls[input.Index].Key),
                PortKind.Kept => _keeping.Contains(sketch.Calls[input.Index].Key),
                PortKind.Parameter => isTool && input.Index != Port.Receiver,
                _ => false,
            } ? concrete | InputSet.Of(i) : concrete;
        }

        return concrete;
    }

    private InputSet Spread(Sketch sketch, InputSet inputs) => sketch.Spread(inputs, ComesOut);

    private bool ComesOut(SketchCall call, PortKind by, int parameter) =>
        (by != PortKind.Kept && _drawing.IsUnseen(call.Key)) || _passed.Contains((new Gift(call.Key, parameter), by));

    private void Draw(IEnumerable<IndexedMember> members)
    {
        foreach (var member in members.ToList())
        {
            if (_drawing.Draw(member) is { } sketch)
            {
                _open.Enqueue(sketch);
            }
        }
    }

    private void Spread()
    {
        while (_open.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var sketch = _open.Dequeue();
            Pass(sketch, Spread(sketch, Concrete(sketch)), null);
            for (var i = 0; i < sketch.Inputs.Length; i++)
            {
                if (IsGiven(sketch, sketch.Inputs[i]))
                {
                    Pass(sketch, Spread(sketch, InputSet.Of(i)), sketch.Inputs[i].Index);
                }
            }
        }
    }

    private bool IsGiven(Sketch sketch, Port input)
    {
        if (input.Kind == PortKind.Parameter)
        {
            foreach (var key in sketch.Answers)
            {
                if (_given.Contains(new Gift(key, input.Index)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What comes of a model's words in the member: of its own, or of what it is given in one parameter.</summary>
    private void Pass(Sketch sketch, InputSet inputs, int? parameter)
    {
        if (inputs.IsEmpty)
        {
            return;
        }

        foreach (var flow in sketch.Flows)
        {
            if (flow.From.Meets(inputs))
            {
                Leave(sketch, flow.To, parameter);
            }
        }

        foreach (var call in sketch.Calls)
        {
            foreach (var (given, from) in call.Given)
            {
                if (from.Meets(inputs) && _given.Add(new Gift(call.Key, given)))
                {
                    if (_drawsOn)
                    {
                        Draw(_drawing.Answering(call.Key).Where(member =>
                            call.ComesBack || Drawing.MayKeep(member.Index, member.Member) || _engine.Index.MayAct(member)));
                    }

                    Wake(call.Key);
                }
            }
        }
    }

    private void Leave(Sketch sketch, Port output, int? parameter)
    {
        if (output.Kind == PortKind.State)
        {
            // What a constructor is given, only that one object holds.
            if (parameter is null || !sketch.IsConstructor)
            {
                Speak(output.Key, _spoken);
            }
        }
        else if (output.SeenAs is { } by)
        {
            foreach (var key in sketch.Answers)
            {
                if (parameter is null)
                {
                    Speak(key, by == PortKind.Result ? _spoken : by == PortKind.After ? _filling : _keeping);
                }
                else if (_passed.Add((new Gift(key, parameter.Value), by)))
                {
                    Wake(key);
                }
            }
        }
    }

    private void Speak(MemberKey key, HashSet<MemberKey> how)
    {
        if (how.Add(key))
        {
            if (_drawsOn)
            {
                // The initializer of a field may be a delegate, which is run with what others leave there.
                Draw(_engine.Index.Meaning(key.Type, key.Name));
                Draw(key.Arity == MemberKey.State ? _engine.Index.Declared(key.Type, key.Name) : Enumerable.Empty<IndexedMember>());
            }

            Wake(key);
        }
    }

    private void Wake(MemberKey key)
    {
        foreach (var sketch in _drawing.Concerned(key))
        {
            _open.Enqueue(sketch);
        }
    }

    /// <summary>Backwards: which parameters reach an act.</summary>
    private void FindWaysToActs()
    {
        for (var before = -1; before != _acting.Count;)
        {
            before = _acting.Count;
            foreach (var sketch in _drawing.All)
            {
                for (var i = 0; i < sketch.Inputs.Length; i++)
                {
                    if (IsGiven(sketch, sketch.Inputs[i]) && MeetsAct(sketch, Spread(sketch, InputSet.Of(i))))
                    {
                        foreach (var key in sketch.Answers)
                        {
                            _acting.Add(new Gift(key, sketch.Inputs[i].Index));
                        }
                    }
                }
            }
        }
    }
}
