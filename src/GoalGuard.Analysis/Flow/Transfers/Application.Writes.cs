using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What the callee leaves in its receiver, its arguments and static state.</summary>
internal sealed partial class Application
{
    private void Writes()
    {
        foreach (var parameter in summary.Writes)
        {
            var owner = parameter.Key < Origin.Receiver ? frame.Method.Static : argument(parameter.Key).Id;
            if (owner is null)
            {
                continue;
            }

            foreach (var member in parameter.Value.Where(member => member.Key[0] != '('))
            {
                var left = Invocations.IsIn(member.Value)
                    ? PutDelegates(parameter.Key, owner, member.Key, member.Value)
                    : Write(parameter.Key, owner, member.Key, member.Value);
                if (parameter.Key == Origin.Receiver && owner != frame.Method.This && left is not null)
                {
                    ShowElsewhere(member.Key, left);
                }
            }
        }
    }

    private Value Write(int parameter, Identity owner, string name, SummaryValue written)
    {
        var value = Resolve(written, call.Operation, parameter + "." + name);
        value = !written.MayBeUnassigned ? value
            : frame.State.Members(owner).TryGetValue(name, out var before)
                ? Members.OrUnassigned(frame, value, before) with { MayBeUnassigned = before.MayBeUnassigned }
            : value with { MayBeUnassigned = true };
        if (written.IsKept && IsFilled(parameter, name))
        {
            Fill(owner, name, value);
        }
        else if (name == Members.Element && frame.Method.Views.ContainsKey(owner))
        {
            Members.Add(frame, new Value { Id = owner }, name, value);
        }
        else if (!Programs.Append(frame, owner, name, value))
        {
            frame.State.SetMember(owner, name, value);
            Keep(parameter, owner, name, value);
        }

        return value;
    }

    /// <summary>For readers elsewhere, who have another name for the object.</summary>
    private void ShowElsewhere(string member, Value value)
    {
        if (!frame.Deep(value).IsEmpty)
        {
            Members.Add(frame, new Value { Id = frame.Method.Static }, StaticName(member), value);
        }
    }

    /// <summary>How a member of the receiver is called where no object is told apart: as one of the type that declares it, whatever the call was made by.</summary>
    private string StaticName(string member) =>
        Invocations.State(callee.ContainingType, member) is { } state ? StateValues.StaticName(state) : StateValues.StaticName(callee.ContainingType, member);

    /// <summary>True for what others fill: it has other ends, so it stays the same object.</summary>
    private bool IsFilled(int parameter, string name) =>
        StateValues.TypeOf(Invocations.State(TypeOf(parameter), name)) is { } type && Carriers.IsFilled(type);

    private ITypeSymbol? TypeOf(int parameter) =>
        parameter >= 0 && parameter < call.Method.Parameters.Length ? call.Method.Parameters[parameter].Type : callee.ContainingType;

    /// <summary>The callee put something into what the object holds; what else is in there of the own object is asked when it is read.</summary>
    private void Fill(Identity owner, string name, Value with)
    {
        if (owner == frame.Method.This && !frame.State.Members(owner).ContainsKey(name))
        {
            frame.State.SetMember(owner, name, with with { MayBeUnassigned = true });
            return;
        }

        var filled = Step(new Value { Id = owner }, name);
        foreach (var member in frame.State.Members(with.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Members.Add(frame, filled, member.Key, member.Value);
        }
    }

    /// <summary>Delegates that the callee put beside others that it, or somebody else, invokes; what is there now, if anything is.</summary>
    private Value? PutDelegates(int parameter, Identity owner, string name, SummaryValue written)
    {
        if (frame.Method.Delegates.HasMade)
        {
            PutDelegates(owner, name, written);
        }

        if (frame.State.Members(owner).TryGetValue(name, out var kept))
        {
            Keep(parameter, owner, name, kept);
        }

        return kept;
    }

    private void PutDelegates(Identity owner, string name, SummaryValue written)
    {
        var open = new Queue<(Value Owner, string Name, SummaryValue Written)>();
        open.Enqueue((new Value { Id = owner }, name, written));
        while (open.Count > 0)
        {
            var (at, member, value) = open.Dequeue();
            if (at.Id is { } id && Targets(value) is { IsEmpty: false } targets)
            {
                Members.Add(frame, at, member, new Value { Id = frame.Method.Intern((id, member, call.Operation), member), Targets = targets });
            }

            foreach (var below in value.Members.Where(below => below.Key[0] != '('))
            {
                open.Enqueue((Step(at, member), below.Key, below.Value));
            }
        }
    }

    /// <summary>Delegates that the callee left in an object are invoked by whoever reads that.</summary>
    private void Keep(int parameter, Identity owner, string name, Value value)
    {
        var isStatic = parameter < Origin.Receiver;
        var member = isStatic ? name.Substring(name.LastIndexOf('.') + 1) : name;
        Invocations.Keep(frame, TypeOf(parameter), member, value, isForeign: !isStatic && owner != frame.Method.This);
    }
}
