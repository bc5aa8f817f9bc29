using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>What a predicate makes sure of, handed to a method that asks it of the elements of a collection.</summary>
internal static class Predicates
{
    private static readonly ImmutableHashSet<string> Filters = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Where", "TakeWhile", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "FindAll", "FindLast");

    /// <summary>
    /// <c>allowed.Any(a => a == x)</c>: what the predicate makes sure of for some element is sure. What it makes sure of for each element is
    /// sure of the whole: <c>name.All(char.IsLetterOrDigit)</c>.
    /// </summary>
    public static Outcome? Of(Call call, Value predicate, ICollection<Identity> elements, Value source)
    {
        if (predicate.Outcome is not { } outcome)
        {
            return null;
        }

        return call.Method.Name switch
        {
            "Any" or "Exists" or "FindIndex" => new Outcome(Some(outcome.WhenTrue, elements), Each(call, outcome.WhenFalse, elements, source)),
            "All" or "TrueForAll" => new Outcome(Each(call, outcome.WhenTrue, elements, source), Some(outcome.WhenFalse, elements)),
            _ => null,
        };
    }

    private static ImmutableArray<Assurance> Some(ImmutableArray<Assurance> assured, ICollection<Identity> elements) =>
        assured.Where(assurance => assurance.Of is null || !elements.Contains(assurance.Of)).ToImmutableArray();

    private static ImmutableArray<Assurance> Each(Call call, ImmutableArray<Assurance> assured, ICollection<Identity> elements, Value source)
    {
        var guard = OfElements(assured, elements);
        return HostChecks.Assured(source, IsText(call) ? CharacterChecks.OfText(guard) : guard).ToImmutableArray();
    }

    /// <summary>True for what lets some elements through.</summary>
    public static bool IsFilter(Call call) => Filters.Contains(call.Method.Name);

    /// <summary><c>names.Where(a => allowed.Contains(a))</c>: what a filter lets through passed its predicate.</summary>
    public static Guard OfFilter(Call call, Value predicate, ICollection<Identity> elements)
    {
        if (!IsFilter(call) || predicate.Outcome is not { } outcome)
        {
            return Guard.None;
        }

        var guard = OfElements(outcome.WhenTrue, elements);
        return IsText(call) ? CharacterChecks.OfText(guard) : guard;
    }

    private static Guard OfElements(ImmutableArray<Assurance> assured, ICollection<Identity> elements) =>
        assured.Where(assurance => assurance.Of is { } of && elements.Contains(of)).Aggregate(Guard.None, (guards, assurance) => guards | assurance.Guard);

    /// <summary>True if the elements are characters.</summary>
    private static bool IsText(Call call) => call.Arguments
        .Select(argument => (argument.Parameter?.Type as INamedTypeSymbol)?.DelegateInvokeMethod)
        .Any(invoke => invoke is { Parameters: { IsEmpty: false } parameters } && parameters[0].Type.SpecialType == SpecialType.System_Char);
}
