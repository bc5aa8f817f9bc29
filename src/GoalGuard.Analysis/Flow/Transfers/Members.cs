using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Sketches;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Fields, properties and elements: what an object is known to hold, else what is known of the object.</summary>
internal static class Members
{
    /// <summary>The member that stands for all elements of a collection.</summary>
    public const string Element = "[*]";

    /// <summary>The member that holds the keys of a dictionary.</summary>
    public const string Keys = "Keys";

    public static Value Read(Frame frame, IOperation operation, IOperation? instance, ISymbol member)
    {
        if (member.IsStatic)
        {
            if (PathChecks.IsSeparator(member))
            {
                return Value.OfText("/");
            }

            if (member is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            {
                return Value.OfText("");
            }

            return OfState(frame, frame.Method.Static, StateValues.StaticName(member), member);
        }

        var receiver = frame[instance];
        var name = TupleName(member);
        var value = receiver.Id == frame.Method.This ? OfReceiver(frame, name, member) : Of(frame, receiver, name);
        var part = PathChecks.Part(receiver, member, HostChecks.Part(receiver, member, Stated(value, member, operation.Type)));
        return Narrow(Identifiers.Part(member, part), operation.Type);
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

        if (RemoteServers.IsName(frame, receiver, property))
        {
            return receiver;
        }

        if (Enumerators.Current(frame, reference) is { } current)
        {
            return current;
        }

        if (property.IsIndexer)
        {
            return Calls.ReadIndexer(frame, reference);
        }

        if (property.GetMethod is { DeclaringSyntaxReferences.IsEmpty: false } getter && (property.IsAbstract || frame.Engine.Members.HasBody(getter)))
        {
            return KeptProperties.Join(frame, reference, Calls.ReadProperty(frame, reference, getter));
        }

        if (Nullables.IsNullable(property.ContainingType) && property.Name == "Value")
        {
            return receiver;
        }

        var read = KeptProperties.Join(frame, reference, Read(frame, reference, reference.Instance, property));
        var value = Approvals.OfMember(property, roles, KnownFlows.OfProperty(frame, reference, read));
        Programs.Read(frame, reference, receiver, value);
        Sandboxes.Read(frame, reference, receiver, value);
        Granting.Read(frame, reference, value);
        value = roles.IsEmpty ? value : HostedServers.Read(roles, value);
        return Measurements.OfProperty(frame, reference, roles, Protections.Read(frame, reference, roles, value));
    }

    public static Value ReadElement(Frame frame, IOperation operation, IOperation collection, IEnumerable<IOperation> places)
    {
        var element = Choices.Element(frame, Of(frame, frame[collection], Element), operation, places);
        return Narrow(Rebuilding.Segment(frame, frame[collection], element, operation.Type), operation.Type);
    }

    private static Value Stated(Value value, ISymbol member, ITypeSymbol? type) =>
        Judgements.OfMember(value.Facts, member, type) is var facts && facts.SameAs(value.Facts) ? value : value with { Facts = facts };

    /// <summary>A member of the receiver: what this method put there, else what others did, else what the caller knows.</summary>
    public static Value OfReceiver(Frame frame, string name, ISymbol? member) => OfState(frame, frame.Method.This, name, member);

    private static Value OfState(Frame frame, Identity owner, string name, ISymbol? member)
    {
        if (!frame.State.Members(owner).TryGetValue(name, out var known))
        {
            return Unassigned(frame, owner, name, member);
        }

        return known.MayBeUnassigned ? OrUnassigned(frame, known, Unassigned(frame, owner, name, member)) : known;
    }

    /// <summary>A member that was assigned on some paths: on the others it is still what it was.</summary>
    public static Value OrUnassigned(Frame frame, Value assigned, Value initial)
    {
        var texts = assigned.Texts.Join(initial.Texts);
        var facts = frame.Deep(initial);
        if (facts.IsEmpty || (assigned.Id is not null && !frame.State.Members(assigned.Id).IsEmpty))
        {
            return assigned with { Facts = assigned.Facts.Join(facts), Texts = texts, MayBeUnassigned = false };
        }

        // A check of what was assigned says nothing of what was there before.
        return new Value
        {
            Id = frame.Method.Intern((assigned.Id ?? initial.Id!, "or before"), "or before"), Facts = frame.Deep(assigned).Join(facts), Texts = texts,
        };
    }

    /// <summary>State that nothing on the way here assigned.</summary>
    private static Value Unassigned(Frame frame, Identity owner, string name, ISymbol? member)
    {
        var identity = frame.Method.Intern((owner, name), name);
        var facts = owner == frame.Method.This && frame.Method.IsOpen
            ? FactSet.Of(new Fact(new Origin(FactKind.Parameter, "this", default, Index: Origin.Receiver, Path: "." + name)))
            : FactSet.Empty;
        var value = new Value { Id = identity, Facts = facts };
        if (member is not null && StateValues.IsWorthAsking(frame.Engine, member, frame.Method.Cancellation)
            && !SymbolEqualityComparer.Default.Equals(member, frame.Method.Member)
            && frame.Method.Lookup(new Question(member.OriginalDefinition, false)) is { } summary)
        {
            value = Placing.Place(frame, identity, summary.Return, value);
        }

        frame.Method.ReadState[identity] = (owner, name, value);
        if (member is not null)
        {
            frame.Method.StateOf[identity] = member;
        }

        return value;
    }

    /// <summary>A member of any object.</summary>
    public static Value Of(Frame frame, Value receiver, string name)
    {
        var whole = frame.FactsOf(receiver).Map(fact => fact.Origin.Kind == FactKind.Parameter ? fact.Below(name) : fact);
        if (receiver.Id is null)
        {
            return new Value { Facts = whole };
        }

        if (!frame.State.Members(receiver.Id).TryGetValue(name, out var known))
        {
            var identity = frame.Method.Intern((receiver.Id, name), name);
            var part = Choices.Part(new Value { Id = identity, Facts = whole }, receiver);
            frame.Method.Parts[identity] = (receiver.Id, name, part);
            return part;
        }

        known = Choices.Part(known, receiver);
        return whole.IsEmpty || (IsAssigned(name) && !known.MayBeUnassigned) ? known : known with { Facts = known.Facts.Join(whole) };
    }

    /// <summary>A member is what was assigned to it; elements are only added to, so what is known of the whole holds for them too.</summary>
    private static bool IsAssigned(string name) => name != Element;

    public static void Write(Frame frame, Value receiver, string name, Value value)
    {
        if (receiver.Id is { } owner)
        {
            frame.State.SetMember(owner, name, value.MayBeUnassigned ? value with { MayBeUnassigned = false } : value);
            LeaveInState(frame, owner);
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

    /// <summary>The same under another identity, which holds the same members.</summary>
    public static Value CopyTo(Frame frame, Identity identity, Value original, ITypeSymbol? type)
    {
        foreach (var member in frame.State.Members(original.Id))
        {
            frame.State.SetMember(identity, member.Key, member.Value);
        }

        return new Value { Id = identity, Facts = Frame.Narrow(frame.FactsOf(original), type), Chosen = original.Chosen, Targets = original.Targets };
    }

    /// <summary>Elements are not told apart: what is added joins what is there.</summary>
    public static void Add(Frame frame, Value collection, string name, Value value)
    {
        var owner = collection.Id;
        for (var step = 0; owner is not null && step <= Origin.MaxDepth; step++)
        {
            Add(frame, owner, name, value);
            owner = frame.Method.Views.TryGetValue(owner, out var viewed) ? viewed : null;
        }
    }

    private static void Add(Frame frame, Identity owner, string name, Value value)
    {
        var added = frame.Bake(value);
        frame.State.SetMember(owner, name, frame.State.Members(owner).TryGetValue(name, out var known) ? Either.Of(frame, (owner, name), known, added) : added);
        LeaveInState(frame, owner);
    }

    /// <summary>What is put into the one object is put into the other as well.</summary>
    public static void View(Frame frame, Value view, Value viewed)
    {
        if (view.Id is { } of && viewed.Id is { } whole && of != whole)
        {
            frame.Method.Views[of] = whole;
        }
    }

    /// <summary>What is added to a collection that a field holds is left in the field; what is put into a part of an object is left in the object.</summary>
    private static void LeaveInState(Frame frame, Identity changed)
    {
        for (var step = 0; step <= Origin.MaxDepth && frame.Method.Parts.TryGetValue(changed, out var part) && !frame.Method.ReadState.ContainsKey(changed); step++)
        {
            if (!frame.State.Members(part.Owner).ContainsKey(part.Name))
            {
                frame.State.SetMember(part.Owner, part.Name, part.Value);
            }

            changed = part.Owner;
        }

        if (frame.Method.ReadState.TryGetValue(changed, out var state) && !frame.State.Members(state.Owner).ContainsKey(state.Name))
        {
            frame.State.SetMember(state.Owner, state.Name, state.Value);
        }

        if (frame.Method.StateOf.TryGetValue(changed, out var symbol))
        {
            Invocations.Keep(frame, null, symbol, new Value { Id = changed });
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

    /// <summary>What an object is made of is no part of the services it holds.</summary>
    private static Value Narrow(Value value, ITypeSymbol? type) =>
        value.Facts.IsEmpty ? value : value with { Facts = Carriers.IsMachinery(type) ? FactSet.Empty : Frame.Narrow(value.Facts, type) };
}
