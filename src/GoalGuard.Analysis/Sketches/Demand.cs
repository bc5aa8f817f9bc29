using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// Draws backwards, from acts to what may reach them: the parameters, results and fields that an act's values come from, their callers, callees and writers.
/// For programs with fewer acts than sources.
/// </summary>
internal sealed class Demand(Engine engine, Drawing drawing, CancellationToken cancellation)
{
    private readonly HashSet<Gift> _parameters = new();
    private readonly HashSet<(MemberKey Key, PortKind By)> _results = new();
    private readonly HashSet<MemberKey> _held = new();
    private readonly HashSet<(Gift Gift, PortKind By)> _passed = new();
    private readonly Queue<Sketch> _open = new();

    public void Draw()
    {
        Draw(engine.Index.Acts());
        while (_open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var sketch = _open.Dequeue();
            Want(sketch);
            Pass(sketch);
        }
    }

    private void Draw(IEnumerable<IndexedMember> members)
    {
        foreach (var member in members.ToList())
        {
            if (drawing.Draw(member) is { } sketch)
            {
                _open.Enqueue(sketch);
            }
        }
    }

    /// <summary>Asks for everything that what is wanted of the member may come from.</summary>
    private void Want(Sketch sketch)
    {
        var acting = InputSet.Empty;
        var returning = InputSet.Empty;
        foreach (var flow in sketch.Flows)
        {
            if (flow.To.Kind == PortKind.Act || (flow.To.Kind == PortKind.State && _held.Contains(flow.To.Key)))
            {
                acting |= flow.From;
            }
            else if (flow.To.SeenAs is { } by && IsWanted(sketch, by))
            {
                returning |= flow.From;
            }
        }

        foreach (var call in sketch.Calls)
        {
            foreach (var (parameter, from) in call.Given)
            {
                acting = _parameters.Contains(new Gift(call.Key, parameter)) ? acting | from : acting;
            }
        }

        acting = Backwards(sketch, acting);
        AskCallers(sketch, acting);
        AskOthers(sketch, acting | Backwards(sketch, returning));
    }

    private bool IsWanted(Sketch sketch, PortKind by)
    {
        foreach (var key in sketch.Answers)
        {
            if (_results.Contains((key, by)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wanted of a call's result is wanted of the arguments that come out of it again.</summary>
    private InputSet Backwards(Sketch sketch, InputSet wanted)
    {
        for (var isGrowing = !wanted.IsEmpty; isGrowing;)
        {
            isGrowing = false;
            for (var i = 0; i < sketch.Inputs.Length; i++)
            {
                if (sketch.Inputs[i] is { Kind: PortKind.Result or PortKind.After or PortKind.Kept } input && wanted.Meets(InputSet.Of(i)))
                {
                    var more = Given(sketch.Calls[input.Index], input.Kind);
                    isGrowing |= !wanted.Holds(more);
                    wanted |= more;
                }
            }
        }

        return wanted;
    }

    private InputSet Given(SketchCall call, PortKind by)
    {
        var inputs = InputSet.Empty;
        foreach (var (parameter, from) in call.Given)
        {
            inputs = ComesOut(call, by, parameter) ? inputs | from : inputs;
        }

        return inputs;
    }

    private bool ComesOut(SketchCall call, PortKind by, int parameter) =>
        (by != PortKind.Kept && drawing.IsUnseen(call.Key)) || _passed.Contains((new Gift(call.Key, parameter), by));

    private void AskCallers(Sketch sketch, InputSet wanted)
    {
        for (var i = 0; i < sketch.Inputs.Length; i++)
        {
            if (sketch.Inputs[i] is { Kind: PortKind.Parameter, Index: not Port.Receiver } parameter && wanted.Meets(InputSet.Of(i)))
            {
                foreach (var key in sketch.Answers)
                {
                    if (_parameters.Add(new Gift(key, parameter.Index)))
                    {
                        Draw(engine.Index.Meaning(key.Type, key.Name));
                        Wake(key);
                    }
                }
            }
        }
    }

    private void AskOthers(Sketch sketch, InputSet wanted)
    {
        for (var i = 0; i < sketch.Inputs.Length; i++)
        {
            if (!wanted.Meets(InputSet.Of(i)))
            {
                continue;
            }

            var input = sketch.Inputs[i];
            if (input.Kind is PortKind.Result or PortKind.After or PortKind.Kept && sketch.Calls[input.Index].Key is var key && _results.Add((key, input.Kind)))
            {
                Draw(drawing.Answering(key));
                Wake(key);
            }
            else if (input.Kind == PortKind.Held && _held.Add(input.Key))
            {
                Draw(engine.Index.Writing(input.Key.Type, input.Key.Name));
                if (input.Index == Port.OfDelegate)
                {
                    Draw(engine.Index.Meaning(input.Key.Type, input.Key.Name));
                }

                Wake(input.Key);
            }
        }
    }

    /// <summary>Which parameters come out of the member again.</summary>
    private void Pass(Sketch sketch)
    {
        for (var i = 0; i < sketch.Inputs.Length; i++)
        {
            if (sketch.Inputs[i].Kind == PortKind.Parameter)
            {
                var spread = sketch.Spread(InputSet.Of(i), ComesOut);
                foreach (var flow in sketch.Flows)
                {
                    if (flow.To.SeenAs is { } by && flow.From.Meets(spread))
                    {
                        Pass(sketch, sketch.Inputs[i].Index, by);
                    }
                }
            }
        }
    }

    private void Pass(Sketch sketch, int parameter, PortKind by)
    {
        foreach (var key in sketch.Answers)
        {
            if (_passed.Add((new Gift(key, parameter), by)))
            {
                Wake(key);
            }
        }
    }

    private void Wake(MemberKey key)
    {
        foreach (var sketch in drawing.Concerned(key))
        {
            _open.Enqueue(sketch);
        }
    }
}
