using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.Exports;

/// <summary>What a method makes sure of: of a parameter where it answers yes or returns at all, of what it rebuilds, or by asking a person.</summary>
internal static class CheckFinder
{
    /// <summary>The words for guards, in the order in which they are looked for.</summary>
    private static readonly ImmutableArray<string> Kinds = ImmutableArray.Create("membership", "path", "file name", "host", "regex", "number", "encode");

    /// <summary>True for a method that is given text or an address, and answers yes or no, or nothing.</summary>
    public static bool MayCheck(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && (Types.IsBoolean(method.ReturnType) || AnswersNothing(method))
        && method.Parameters.Any(parameter => Types.IsString(parameter.Type) || Types.FullName(parameter.Type) == "System.Uri");

    public static IEnumerable<Export> Of(IMethodSymbol method, Summary summary)
    {
        var isQuestion = Types.IsBoolean(method.ReturnType);
        foreach (var validation in isQuestion ? summary.WhenTrue : summary.WhenReturned)
        {
            if (validation is { Parameter: null, Guard: Guard.Approved } && (isQuestion || AnswersNothing(method)))
            {
                yield return new Export(method, Role.Approval, "return", "person");
            }
            else if (validation is { Parameter: >= 0 and var index, After: false } && KindOf(validation.Guard) is { } kind)
            {
                yield return new Export(method, Role.Sanitizer, "arg:" + method.Parameters[index].Name, kind);
            }
        }

        if (!isQuestion && Rebuilt(method, summary.Return) is { } made)
        {
            yield return new Export(method, Role.Sanitizer, "return", made);
        }
    }

    private static bool AnswersNothing(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" };

    private static string? KindOf(Guard guards) => Kinds.FirstOrDefault(kind => (StatedChecks.Kinds[kind] & guards) != Guard.None);

    /// <summary>What comes back of a parameter is sure, or nothing comes back of it but what the program wrote itself.</summary>
    private static string? Rebuilt(IMethodSymbol method, SummaryValue value) =>
        !Types.IsString(Types.Unwrap(method.ReturnType)) || !method.Parameters.Any(parameter => Types.IsString(parameter.Type)) || value.SameAsParameter is not null ? null
        : value.Facts.IsEmpty ? value.IsClosedSet ? Kinds[0] : null
        : value.Facts.Facts.All(fact => fact.Origin.Kind == FactKind.Parameter) ? KindOf(value.Facts.CommonGuards)
        : null;
}
