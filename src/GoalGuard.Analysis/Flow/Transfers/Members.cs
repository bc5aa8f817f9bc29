using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Fields, properties and elements: what an object is known to hold, else what is known of the object.</summary>
internal static class Members
{
    /// <summary>The member that stands for all elements of a collection.</summary>
    public const string Element = "[*]";

    /// <summary>The member that holds the keys of a dictionary.</summary>
    private const string Keys = "Keys";

    public static Value Read(Frame frame, IOperation operation, IOperation? instance, ISymbol member)
    {
        if (member.IsStatic)
        {
            if (PathChecks.IsSeparator(member))
            {
                return Value.OfText("/");
            }

            return OfState(frame, frame.Method.Static, StateValues.StaticName(member), member);
        }

        var receiver = frame[instance];
        var name = TupleName(member);
        var value = receiver.Id == frame.Method.This ? OfReceiver(frame, name, member) : Of(frame, receiver, name);
        return Narrow(Identifiers.Part(member, PathChecks.Part(receiver, member, HostChecks.Part(receiver, member, value))), operation.Type);
    }

    public static Value ReadProperty(Frame frame, IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var receiver = frame[reference.Instance];
        var roles = frame.Engine.Knowledge.RolesOf(property);
        if (ModelOutputs.OfMember(frame, reference, receiver, roles) is { } output)
        {
            return output;
        }

        if (property.IsIndexer)
        {
            return Calls.ReadIndexer(frame, reference);
        }

        if (property.GetMethod is { DeclaringSyntaxReferences.IsEmpty: false } getter && (property.IsAbstract || frame.Engine.Members.HasBody(getter)))
        {
            return Calls.ReadProperty(frame, reference, getter);
        }

        var value = Approvals.OfMember(property, roles, Read(frame, reference, reference.Instance, property));
        Programs.Read(frame, reference, receiver, value);
        return value;
    }

    public static Value ReadElement(Frame frame, IOperation operation, IOperation collection) =>
        Narrow(Of(frame, frame[collection], Element), operation.Type);

    /// <summary>A member of the receiver: what this method put there, else what others did, else what the caller knows.</summary>
    public static Value OfReceiver(Frame frame, string name, ISymbol? member) => OfState(frame, frame.Method.This, name, member);

    private static Value OfState(Frame frame, Identity owner, string name, ISymbol? member)
    {
        if (frame.State.Members(owner).TryGetValue(name, out var known))
        {
            return known;
        }

        var identity = frame.Method.Intern((owner, name), name);
        var facts = owner == frame.Method.This && frame.Method.IsOpen
            ? FactSet.Of(new Fact(new Origin(FactKind.Parameter, "this", default, Index: Origin.Receiver, Path: "." + name)))
            : FactSet.Empty;
        var value = new Value { Id = identity, Facts = facts };
        if (member is not null && StateValues.IsWorthAsking(frame.Engine, member, frame.Method.Cancellation) && !SymbolEqualityComparer.Default.Equals(member, frame.Method.Member)
            && frame.Method.Lookup(new Question(member.OriginalDefinition, false)) is { } summary)
        {
            value = Summaries.Place(frame, identity, summary.Return, value);
        }

        frame.Method.ReadState[identity] = (owner, name, value);
        return value;
    }

    /// <summary>A member of any object.</summary>
    public static Value Of(Frame frame, Value receiver, string name)
    {
        var whole = frame.FactsOf(receiver).Map(fact => fact.Origin.Kind == FactKind.Parameter ? Below(fact, name) : fact);
        if (receiver.Id is null)
        {
            return new Value { Facts = whole };
        }

        return frame.State.Members(receiver.Id).TryGetValue(name, out var known)
            ? whole.IsEmpty ? known : known with { Facts = known.Facts.Join(whole) }
            : new Value { Id = frame.Method.Intern((receiver.Id, name), name), Facts = whole };
    }

    private static Fact Below(Fact fact, string name) => new(fact.Origin.Below(name), fact.Guards, fact.Trace);

    public static void Write(Frame frame, Value receiver, string name, Value value)
    {
        if (receiver.Id is { } owner)
        {
            frame.State.SetMember(owner, name, value);
        }
    }

    /// <summary>Another object with the same members: what <c>with</c> makes before it sets some of them.</summary>
    public static Value Copy(Frame frame, IOperation operation, Value original)
    {
        var copy = new Value { Id = frame.Fresh(operation), Facts = frame.FactsOf(original) };
        foreach (var member in frame.State.Members(original.Id))
        {
            Write(frame, copy, member.Key, member.Value);
        }

        return copy;
    }

    /// <summary>Elements are not told apart: what is added joins what is there.</summary>
    public static void Add(Frame frame, Value collection, string name, Value value)
    {
        if (collection.Id is not { } owner)
        {
            return;
        }

        var facts = frame.Deep(value);
        frame.State.SetMember(owner, name, frame.State.Members(owner).TryGetValue(name, out var known)
            ? known with { Facts = known.Facts.Join(facts), Texts = known.Texts.Join(value.Texts) }
            : value with { Facts = facts });
        LeaveInState(frame, owner);
    }

    /// <summary>What is added to a collection that a field holds is left in the field.</summary>
    private static void LeaveInState(Frame frame, Identity collection)
    {
        if (frame.Method.ReadState.TryGetValue(collection, out var state) && !frame.State.Members(state.Owner).ContainsKey(state.Name))
        {
            frame.State.SetMember(state.Owner, state.Name, state.Value);
        }
    }

    /// <summary>A dictionary remembers its keys beside its values.</summary>
    public static void AddKey(Frame frame, Value dictionary, Value key)
    {
        if (dictionary.Id is { } owner && !frame.Deep(key).IsEmpty)
        {
            Add(frame, Step(frame, dictionary, Keys), Element, key);
            LeaveInState(frame, owner);
        }
    }

    /// <summary>A member on the way to another one, which the object holds from now on.</summary>
    public static Value Step(Frame frame, Value receiver, string name)
    {
        var member = Of(frame, receiver, name);
        if (receiver.Id is { } owner && !frame.State.Members(owner).ContainsKey(name))
        {
            frame.State.SetMember(owner, name, member);
        }

        return member;
    }

    public static string TupleName(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } item } ? item.Name : member.Name;

    private static Value Narrow(Value value, ITypeSymbol? type) =>
        value.Facts.IsEmpty ? value : value with { Facts = Frame.Narrow(value.Facts, type) };
}
