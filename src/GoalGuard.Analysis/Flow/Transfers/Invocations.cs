using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Delegates that are invoked where nobody knows what they run: parameters, fields, properties and events. Such a delegate is an object like any other: whoever
/// invokes it leaves the arguments in its members <c>(0)</c>, <c>(1)</c> and finds the result in <c>()</c>; whoever made it takes the arguments out and leaves the
/// result. So summaries and state carry them.
/// </summary>
internal static class Invocations
{
    /// <summary>The member that holds what a delegate returned.</summary>
    public const string Returned = "()";

    /// <summary>The member that says that the delegate was invoked, whatever it was given.</summary>
    private const string Invoked = "(*)";

    /// <summary>True for what a delegate that the receiver holds gave back.</summary>
    public static bool IsResult(Origin origin) => origin.Index == Origin.Receiver && origin.Path.EndsWith("." + Returned, StringComparison.Ordinal);

    private static string Given(int ordinal) => "(" + ordinal + ")";

    private static bool IsOf(string member) => member[0] == '(';

    private static bool IsGiven(string member) => IsOf(member) && member is not (Returned or Invoked);

    /// <summary>A delegate is invoked that nobody here knows the body of. <paramref name="unknown"/> says what comes of it as long as nobody else does.</summary>
    public static Value Invoke(Frame frame, Call call, Value @delegate, Value unknown)
    {
        if (@delegate.Id is null)
        {
            return unknown;
        }

        var result = AsGivenHere(frame, call, @delegate, Result(frame, @delegate, unknown));
        Members.Write(frame, @delegate, Invoked, Value.OfText(Invoked));
        Leave(frame, call, @delegate);
        if (Slot(frame, call) is { } slot)
        {
            Leave(frame, call, Members.Step(frame, new Value { Id = frame.Method.Static }, StateValues.StaticName(slot)));
        }

        return result;
    }

    /// <summary>What others gave the delegate and came out of it again says that what it is given here comes out here, not what they gave.</summary>
    private static Value AsGivenHere(Frame frame, Call call, Value @delegate, Value result)
    {
        var others = frame.State.Members(@delegate.Id).Where(member => IsGiven(member.Key)).SelectMany(member => frame.Deep(member.Value).Facts)
            .Where(fact => fact.Origin.IsConcrete).Select(fact => fact.Origin).ToImmutableHashSet();
        var passed = others.IsEmpty ? FactSet.Empty : result.Facts.Where(fact => others.Contains(fact.Origin));
        if (passed.IsEmpty)
        {
            return result;
        }

        var own = frame.Join(call.Arguments.Select(argument => frame[argument]).ToArray()).With(passed.CommonGuards);
        return result with { Facts = result.Facts.Where(fact => !others.Contains(fact.Origin)).Join(Frame.Narrow(own, call.Operation.Type)) };
    }

    private static void Leave(Frame frame, Call call, Value @delegate)
    {
        foreach (var argument in call.Arguments.Where(argument => !frame.Deep(frame[argument]).IsEmpty))
        {
            Members.Add(frame, @delegate, Given(argument.Parameter!.Ordinal), frame[argument] with { Facts = frame.Deep(frame[argument]) });
        }
    }

    /// <summary>The member of another object that the delegate is kept in.</summary>
    private static ISymbol? Slot(Frame frame, Call call) =>
        Assignments.Original(frame, call.Instance) is IMemberReferenceOperation
        {
            Instance: not null and not IInstanceReferenceOperation, Member: { DeclaringSyntaxReferences.IsEmpty: false } member,
        }
            ? member
            : null;

    private static Value Result(Frame frame, Value @delegate, Value unknown)
    {
        // Of a parameter each caller knows more; what an object holds may have been put there by somebody out of sight.
        var parameters = @delegate.Facts.Where(fact => fact.Origin.Kind == FactKind.Parameter);
        var isGiven = parameters.Facts.Any(fact => fact.Origin.Index != Origin.Receiver);
        var isKnown = frame.State.Members(@delegate.Id).TryGetValue(Returned, out var known) && !(known.Facts.IsEmpty && known.Texts.IsUnknown);
        var result = isKnown ? known! : isGiven ? Value.Empty : unknown;
        if (!parameters.IsEmpty)
        {
            // What it returns is not the delegate, which holds its arguments as well.
            var below = parameters.Map(fact => fact.Below(Returned));
            var others = result.Facts.Where(fact => !parameters.Facts.Any(own => own.Origin.Equals(fact.Origin)));
            result = result with { Id = frame.Method.Intern((@delegate.Id, Returned), Returned), Facts = others.Join(below) };
        }

        return result;
    }

    /// <summary>True if what the delegate behind the value answers is known.</summary>
    public static bool HasReturned(Frame frame, Value value) => frame.State.Members(value.Id).ContainsKey(Returned);

    /// <summary>True if a delegate in the value was invoked.</summary>
    public static bool IsIn(SummaryValue value) =>
        value.SameAsParameter is null
        && value.Members.Any(member => IsOf(member.Key) || member.Value.Members.Any(below => IsOf(below.Key) || below.Value.Members.Keys.Any(IsOf)));

    /// <summary>A callee invoked delegates: those whose bodies are in sight here run with what they were given there, the others are left with it.</summary>
    public static void Pass(Frame frame, IOperation site, Summary callee, Func<int, Value> argument, Func<FactSet, FactSet> resolve)
    {
        foreach (var parameter in callee.Writes.OrderBy(pair => pair.Key))
        {
            var invoked = parameter.Value.Where(member => IsOf(member.Key) || IsIn(member.Value)).ToImmutableDictionary();
            if (!invoked.IsEmpty)
            {
                var owner = parameter.Key < Origin.Receiver ? new Value { Id = frame.Method.Static } : argument(parameter.Key);
                Pass(frame, site, owner, new SummaryValue { Members = invoked }, parameter.Key > Origin.Receiver, resolve);
            }
        }
    }

    private static void Pass(Frame frame, IOperation site, Value owner, SummaryValue written, bool isArgument, Func<FactSet, FactSet> resolve)
    {
        var open = new Queue<(Value Owner, SummaryValue Written)>();
        open.Enqueue((owner, written));
        while (open.Count > 0)
        {
            var (at, of) = open.Dequeue();
            if (at.Id is null)
            {
                continue;
            }

            foreach (var member in of.Members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(member => member.Key is not (Returned or Invoked)))
            {
                var facts = resolve(member.Value.Facts);
                if (!IsOf(member.Key))
                {
                    open.Enqueue((Members.Step(frame, at, member.Key), member.Value));
                }
                else if (!facts.IsEmpty)
                {
                    Members.Add(frame, at, member.Key, new Value { Id = frame.Method.Intern((at.Id, member.Key, site), member.Key), Facts = facts });
                }
            }

            if (of.Members.Keys.Any(IsOf))
            {
                Run(frame, site, at, isArgument);
            }
        }
    }

    /// <summary>Of an argument whose body is out of sight, what it was given may come out; of what an object holds, the callee has said so itself.</summary>
    private static void Run(Frame frame, IOperation site, Value @delegate, bool isArgument)
    {
        if (@delegate.Targets.IsEmpty)
        {
            if (!isArgument)
            {
                return;
            }

            var given = frame.State.Members(@delegate.Id).Where(member => IsGiven(member.Key))
                .OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => member.Value).ToArray();
            Members.Write(frame, @delegate, Returned, Result(frame, @delegate, new Value { Id = frame.Fresh(site, "unseen"), Facts = frame.Join(given) }));
            return;
        }

        var returned = Delegates.Invoke(frame, site, @delegate, parameter =>
            frame.State.Members(@delegate.Id).TryGetValue(Given(parameter.Ordinal), out var given)
                ? given with { Facts = Frame.Narrow(frame.FactsOf(given), parameter.Type) }
                : DelegateRuns.Unknown(frame.Method, parameter));
        Members.Write(frame, @delegate, Returned, returned);
    }

    /// <summary>Something was put into a field, property or event: delegates in it are invoked by whoever reads that.</summary>
    public static void Keep(Frame frame, IMemberReferenceOperation? reference, ISymbol state, Value value)
    {
        if (frame.Method.Delegates.HasMade && value.Id is not null && !state.DeclaringSyntaxReferences.IsEmpty)
        {
            frame.Method.Kept[(state, value.Id)] = (value, IsForeign(reference));
        }
    }

    /// <summary>A callee put something into an object of this type.</summary>
    public static void Keep(Frame frame, ITypeSymbol? type, string name, Value value, bool isForeign)
    {
        if (frame.Method.Delegates.HasMade && value.Id is not null && State(type, name) is { } state
            && Types.MayHoldDelegate(StateValues.TypeOf(state)) && HoldsDelegate(frame, value))
        {
            frame.Method.Kept[(state, value.Id)] = (value, isForeign);
        }
    }

    /// <summary>The field, property or event of this program that a type calls so.</summary>
    public static ISymbol? State(ITypeSymbol? type, string name)
    {
        for (var at = type; at is { DeclaringSyntaxReferences.IsEmpty: false }; at = at.BaseType)
        {
            if (at.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol or IEventSymbol) is { } state)
            {
                return state.OriginalDefinition;
            }
        }

        return null;
    }

    private static bool IsForeign(IMemberReferenceOperation? reference) =>
        reference is { Instance: not null and not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } };

    /// <summary>At the end of the member: what it left in fields, properties and events runs with what others give it there.</summary>
    public static void Settle(Frame frame)
    {
        foreach (var kept in frame.Method.Kept.OrderBy(pair => pair.Key.State.ToDisplayString(), StringComparer.Ordinal).ToList())
        {
            if (HoldsDelegate(frame, kept.Value.Value) && frame.Method.Lookup(new Question(kept.Key.State.OriginalDefinition, false)) is { } summary)
            {
                Settle(frame, kept.Value.Value, summary.Return);
                if (kept.Value.IsForeign)
                {
                    Members.Add(frame, new Value { Id = frame.Method.Static }, StateValues.StaticName(kept.Key.State), kept.Value.Value);
                }
            }
        }
    }

    private static bool HoldsDelegate(Frame frame, Value value) =>
        !value.Targets.IsEmpty
        || frame.State.Members(value.Id).Values.Any(member => !member.Targets.IsEmpty || frame.State.Members(member.Id).Values.Any(below => !below.Targets.IsEmpty));

    private static void Settle(Frame frame, Value kept, SummaryValue others)
    {
        var open = new Queue<(Value Kept, SummaryValue Others, int Depth)>();
        open.Enqueue((kept, others, 0));
        while (open.Count > 0)
        {
            var (at, known, depth) = open.Dequeue();
            if (!at.Targets.IsEmpty)
            {
                foreach (var given in known.Members.Where(member => IsGiven(member.Key) && !member.Value.Facts.IsEmpty).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    Members.Add(frame, at, given.Key, new Value { Id = frame.Method.Intern((at.Id!, given.Key, "kept"), given.Key), Facts = given.Value.Facts });
                }

                Run(frame, frame.Graph.OriginalOperation, at, isArgument: false);
            }

            var members = depth < Origin.MaxDepth ? frame.State.Members(at.Id) : ImmutableDictionary<string, Value>.Empty;
            foreach (var member in members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(member => !IsOf(member.Key)))
            {
                open.Enqueue((member.Value, known.Members.TryGetValue(member.Key, out var below) ? below : SummaryValue.Empty, depth + 1));
            }
        }
    }
}
