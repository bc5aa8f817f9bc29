using GoalGuard.Analysis.Guards;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What the callee makes sure of when it returns, or answers.</summary>
internal sealed partial class Application
{
    private Outcome? Outcome(Dictionary<int, Value> after)
    {
        if (summary.WhenTrue.IsEmpty && summary.WhenFalse.IsEmpty && summary.BypassedWhenTrue.IsEmpty && summary.BypassedWhenFalse.IsEmpty)
        {
            return null;
        }

        return new Outcome(
            summary.WhenTrue.SelectMany(validation => Assured(validation, after)).ToImmutableArray(),
            summary.WhenFalse.SelectMany(validation => Assured(validation, after)).ToImmutableArray())
        {
            BypassedWhenTrue = Bypassed(summary.BypassedWhenTrue, after).ToImmutableArray(),
            BypassedWhenFalse = Bypassed(summary.BypassedWhenFalse, after).ToImmutableArray(),
        };
    }

    private IEnumerable<Bypassed> Bypassed(ImmutableArray<BypassedValidation> validations, Dictionary<int, Value> after) =>
        from validation in validations
        from origin in Deciding(validation.By)
        from assurance in Assured(validation.What, after)
        select new Bypassed(assurance, origin, validation.IsFlag);

    /// <summary>What decides in place of what the callee asked; a constant of the program decides nothing that a model could change.</summary>
    private IEnumerable<Origin> Deciding(Origin origin) => origin.Kind == FactKind.Parameter
        ? At(origin).Facts.Select(fact => fact.Origin).Where(Bypass.MayDecide)
        : new[] { Known(origin) };

    private IEnumerable<Assurance> Assured(Validation validation, Dictionary<int, Value> after)
    {
        if (validation.Parameter is not { } index)
        {
            return new[] { new Assurance(validation.Guard, null) };
        }

        var value = validation.After ? after.TryGetValue(index, out var left) ? left : Value.Empty : argument(index);
        return PathChecks.IsPrefix(validation.Guard) && PathChecks.IsResolved(frame, value)
            ? PathChecks.Confines(value, validation.Guard)
            : HostChecks.Assured(value, validation.Guard);
    }
}
