namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What the callee gives back, with what it holds and runs.</summary>
internal sealed partial class Application
{
    private Value Resolve(SummaryValue value, IOperation site, string part)
    {
        if (value.SameAsParameter is { } parameter)
        {
            return argument(parameter) is var given && value.Chosen.IsNone ? given : given with { Chosen = given.Chosen.Join(Resolve(value.Chosen)) };
        }

        if (value.PartOf is { } of && Owned(of.Parameter, of.Path, isHeld: !value.Members.IsEmpty) is { Id: { } own } owned)
        {
            // What is put into the one is in the other.
            var more = value with { Members = value.Members.RemoveRange(frame.State.Members(own).Keys) };
            Placing.PlaceMembers(frame, own, more, Resolve, Resolve, Targets);
            if (of.Parameter == Origin.Receiver && argument(Origin.Receiver).Id != frame.Method.This && of.Path.LastIndexOf('.') == 0)
            {
                // Readers elsewhere have another name for the object.
                var name = StaticName(of.Path.Substring(1));
                Members.View(frame, owned, Members.Of(frame, new Value { Id = frame.Method.Static }, name));
            }

            return owned with { Facts = owned.Facts.Join(Resolve(value.Facts)) };
        }

        var identity = frame.Fresh(site, part);
        Placing.PlaceMembers(frame, identity, value, Resolve, Resolve, Targets);
        return new Value
        {
            Id = identity,
            Facts = Resolve(value.Facts),
            Chosen = Resolve(value.Chosen),
            Parts = Parts(value.Parts),
            Texts = value.Texts,
            Constant = value.Constant,
            IsClosedSet = value.IsClosedSet,
            Targets = Targets(value),
        };
    }

    /// <summary>A part of an argument, which holds it from now on, or as soon as something is put into it.</summary>
    private Value Owned(int parameter, string path, bool isHeld)
    {
        var value = argument(parameter);
        foreach (var member in path.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries))
        {
            value = isHeld || value.Id == frame.Method.This ? Step(value, member) : Members.Of(frame, value, member);
        }

        return value;
    }

    private Value Step(Value owner, string member) =>
        owner.Id == frame.Method.This ? Members.OfReceiver(frame, member, Invocations.State(callee.ContainingType, member)) : Members.Step(frame, owner, member);

    /// <summary>What a delegate may run that the callee made, or was given and kept.</summary>
    private ImmutableArray<DelegateTarget> Targets(SummaryValue value)
    {
        var targets = HandedOuts.Targets(frame, value.Delegates);
        if (frame.Method.Delegates.HasMade)
        {
            foreach (var fact in value.Facts.Facts)
            {
                targets = MayGiveDelegate(fact.Origin) && Part(fact.Origin).Targets is { IsEmpty: false } given ? targets.Union(given).ToImmutableArray() : targets;
            }
        }

        return targets;
    }

    /// <summary>True for a parameter that may be a delegate, or have one as a part; most hold text.</summary>
    private bool MayGiveDelegate(Origin origin) =>
        origin is { Kind: FactKind.Parameter, Index: >= 0 } && origin.Index < call.Method.Parameters.Length && origin.Path.IndexOf('(') < 0
        && call.Method.Parameters[origin.Index].Type is var type
        && (Types.MayHoldDelegate(type) || (origin.Path.Length > 0 && !Types.CarriesNoText(type) && !Types.IsString(type)));

    /// <summary>A callee that was not walked yet, because it calls itself, takes nothing away from what others put together.</summary>
    private PathParts? Parts(SummaryParts? parts) =>
        parts is not null ? PathParts.Resolve(parts.Of.Select(index => PathParts.From(argument(index))), parts.Part)
        : ReferenceEquals(summary, Summary.Unknown) ? PathParts.None
        : null;
}
