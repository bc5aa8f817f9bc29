using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Flow;

/// <summary>What a walked member means to its callers: states and identities become parameter numbers.</summary>
internal static class SummaryBuilder
{
    private const int MaxMembers = 16;

    public static Summary Build(MethodAnalysis method, GraphExit exit, ImmutableArray<Identity> parameters)
    {
        var sinks = Sinks(method);
        if (exit.State is not { } state)
        {
            return new Summary { Sinks = sinks, Throws = exit.Thrown, Models = method.Models.All() };
        }

        var symbol = method.Member as IMethodSymbol;
        var value = exit.Value;
        return new Summary
        {
            Sinks = sinks,
            Throws = exit.Thrown,
            Models = method.Models.All(),
            Return = Returned(method, state, symbol, value, parameters),
            After = After(method, state, symbol, parameters),
            Writes = Writes(method, state, parameters),
            WhenReturned = Validations(state.Assured, state, symbol, parameters),
            WhenTrue = Validations(value.Outcome?.WhenTrue, state, symbol, parameters),
            WhenFalse = Validations(value.Outcome?.WhenFalse, state, symbol, parameters),
            BypassedWhenReturned = Bypassed(state.Bypassed, state, symbol, parameters),
            BypassedWhenTrue = Bypassed(value.Outcome?.BypassedWhenTrue, state, symbol, parameters),
            BypassedWhenFalse = Bypassed(value.Outcome?.BypassedWhenFalse, state, symbol, parameters),
        };
    }

    /// <summary>A caller that chooses what is read sees no more of it where it is sent on below.</summary>
    private static ImmutableArray<SummarySink> Sinks(MethodAnalysis method)
    {
        var sinks = method.Recorder.Sinks();
        return method.Shown.Count == 0 ? sinks : sinks.Select(sink => sink with { IsShown = method.Shown.Contains(sink.Act.Site) }).ToImmutableArray();
    }

    private static SummaryValue Take(MethodAnalysis method, FlowState state, Value value, ImmutableArray<Identity> parameters, int depth)
    {
        var same = value.Id is null ? -1 : parameters.IndexOf(value.Id);
        var members = ImmutableDictionary<string, SummaryValue>.Empty;
        if (depth < Origin.MaxDepth && same < 0)
        {
            foreach (var member in state.Members(value.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxMembers))
            {
                if (Take(method, state, member.Value, parameters, depth + 1) is { IsBlank: false } taken)
                {
                    members = members.SetItem(member.Key, Kept(method, value.Id!, member, taken));
                }
            }
        }

        return new SummaryValue
        {
            Facts = value.Facts.With(state.GuardsOf(value.Id)),
            Chosen = value.Chosen,
            Texts = value.Texts,
            Constant = value.Constant,
            IsClosedSet = value.IsClosedSet,
            SameAsParameter = same >= 0 ? same : value.Id == method.This ? Origin.Receiver : null,
            Delegates = same >= 0 ? ImmutableArray<SourceSpan>.Empty : HandedOuts.Written(value),
            Parts = Parts(value.Parts, parameters),
            MayBeUnassigned = value.MayBeUnassigned,
            Members = members,
        };
    }

    private static SummaryValue Returned(MethodAnalysis method, FlowState state, IMethodSymbol? symbol, Value value, ImmutableArray<Identity> parameters)
    {
        var taken = Take(method, state, value, parameters, 0);
        return PartOf(method, symbol, value, parameters) is { } part ? taken with { PartOf = part } : taken;
    }

    /// <summary>Says of what was put into that it is the very object that was there before.</summary>
    private static SummaryValue Kept(MethodAnalysis method, Identity owner, KeyValuePair<string, Value> member, SummaryValue taken) =>
        !taken.Members.IsEmpty && member.Value.Id is { } id && method.PlaceOf(id) is { } place && place.Owner == owner && place.Name == member.Key
            ? taken with { IsKept = true }
            : taken;

    private static OwnedPart? PartOf(MethodAnalysis method, IMethodSymbol? symbol, Value value, ImmutableArray<Identity> parameters)
    {
        if (Types.Unwrap(symbol?.ReturnType) is not { } type || !(symbol!.ReturnsByRef || Carriers.IsFilled(type) || Types.IsCollection(type)))
        {
            return null;
        }

        var path = "";
        var at = value.Id;
        for (var step = 0; step < Origin.MaxDepth && at is not null && method.PlaceOf(at) is { } place; step++)
        {
            path = "." + place.Name + path;
            at = place.Owner;
            if (at == method.This || parameters.Contains(at))
            {
                return new OwnedPart(at == method.This ? Origin.Receiver : parameters.IndexOf(at), path);
            }

            if (at == method.Static && symbol!.ReturnsByRef)
            {
                return new OwnedPart(StateValues.StaticOwner, place.Name);
            }
        }

        return null;
    }

    private static SummaryParts? Parts(PathParts? parts, ImmutableArray<Identity> parameters)
    {
        if (parts is null)
        {
            return null;
        }

        var numbers = parts.Of.Select(path => parameters.IndexOf(path)).ToImmutableArray();
        return numbers.Contains(-1) ? null : new SummaryParts(numbers, parts.Part);
    }

    private static ImmutableDictionary<int, SummaryValue> After(
        MethodAnalysis method, FlowState state, IMethodSymbol? symbol, ImmutableArray<Identity> parameters)
    {
        var after = ImmutableDictionary<int, SummaryValue>.Empty;
        foreach (var parameter in symbol?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && state.Variable(parameter) is { } value)
            {
                after = after.SetItem(parameter.Ordinal, Take(method, state, value, parameters, 0));
            }
        }

        return after;
    }

    private static ImmutableDictionary<int, ImmutableDictionary<string, SummaryValue>> Writes(
        MethodAnalysis method, FlowState state, ImmutableArray<Identity> parameters)
    {
        var writes = ImmutableDictionary<int, ImmutableDictionary<string, SummaryValue>>.Empty;
        for (var i = StateValues.StaticOwner; i < parameters.Length; i++)
        {
            var owner = i switch { StateValues.StaticOwner => method.Static, Origin.Receiver => method.This, _ => parameters[i] };
            var members = state.Members(owner);
            if (!members.IsEmpty)
            {
                writes = writes.SetItem(i, members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxMembers)
                    .ToImmutableDictionary(pair => pair.Key, pair => Kept(method, owner, pair, Take(method, state, pair.Value, parameters, 1))));
            }
        }

        return writes;
    }

    private static ImmutableArray<BypassedValidation> Bypassed(
        IEnumerable<Bypassed>? bypassed, FlowState state, IMethodSymbol? symbol, ImmutableArray<Identity> parameters) =>
        (from each in bypassed ?? Array.Empty<Bypassed>()
         from validation in Validations(new[] { each.What }, state, symbol, parameters)
         orderby validation.Parameter ?? -2, validation.Guard, each.By.ToString()
         select new BypassedValidation(validation, each.By, each.IsFlag)).Distinct().ToImmutableArray();

    private static ImmutableArray<Validation> Validations(
        IEnumerable<Assurance>? assurances, FlowState state, IMethodSymbol? symbol, ImmutableArray<Identity> parameters)
    {
        var result = new SortedSet<Validation>(Comparer<Validation>.Create((a, b) =>
            (a.Parameter ?? -2, (int)a.Guard, a.After).CompareTo((b.Parameter ?? -2, (int)b.Guard, b.After))));
        foreach (var assurance in assurances ?? Array.Empty<Assurance>())
        {
            if (assurance.Of is null)
            {
                result.Add(new Validation(assurance.Guard, null));
                continue;
            }

            var index = parameters.IndexOf(assurance.Of);
            if (index >= 0)
            {
                result.Add(new Validation(assurance.Guard, index));
            }

            foreach (var parameter in symbol?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
            {
                if (parameter.RefKind is RefKind.Out or RefKind.Ref && state.Variable(parameter)?.Id == assurance.Of)
                {
                    result.Add(new Validation(assurance.Guard, parameter.Ordinal, After: true));
                }
            }
        }

        return result.ToImmutableArray();
    }
}
