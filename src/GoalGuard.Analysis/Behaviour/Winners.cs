using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Where one of several candidates is taken because of its score. It is noted like an act that the scores and the candidates meet, so that summaries carry what only a caller
/// knows of either: whoever hands scored candidates to a helper that takes the best one is told.
/// </summary>
internal static class Winners
{
    /// <summary>How a comparison is called.</summary>
    private const string Comparison = "comparison of scores";

    public static bool Is(Act act) => act is { Effect: Role.Selection, Note: null };

    /// <summary>A library member takes one.</summary>
    public static void Taken(Frame frame, Call call, SourceSpan site, Relations chosen, Value candidate) =>
        Note(frame, new Act(Role.Selection, Types.FullName(call.Method.ContainingType) + "." + call.Method.Name, Types.Display(call.Method), site), site, chosen.Choices, candidate);

    /// <summary>An element is taken from where an order or an index points.</summary>
    public static void Pointed(Frame frame, IOperation operation, Relations chosen, Value candidate) => Note(frame, operation, chosen.Choices, candidate);

    /// <summary>A candidate is kept because its score is better, or good enough.</summary>
    public static void Kept(Frame frame, IOperation source, Relations chosen, Value candidate)
    {
        if (frame.Deep(candidate).Facts.Any(IsWords))
        {
            Note(frame, source, chosen.Choices, candidate);
        }
    }

    private static void Note(Frame frame, IOperation operation, ImmutableArray<Choice> choices, Value candidate)
    {
        foreach (var choice in choices)
        {
            var at = IsHere(frame, choice.Site) ? choice.Site : SourceSpan.Of(operation.Syntax);
            Note(frame, new Act(Role.Selection, Comparison, Comparison, choice.Site), at, ImmutableArray.Create(choice), candidate);
        }
    }

    private static void Note(Frame frame, Act act, SourceSpan at, IEnumerable<Choice> choices, Value candidate)
    {
        var scores = choices.Where(choice => choice.OfSeveral && choice.Kind == ChoiceKind.Selected && Scores.MayBe(choice.By))
            .Aggregate(FactSet.Empty, (all, choice) => all.Join(FactSet.Of(choice.By)));
        if (!scores.IsEmpty)
        {
            Acts.Record(frame, scores.Join(frame.Deep(candidate).Where(IsWords)), at, act, null, at, null);
        }
    }

    /// <summary>A model's words, or what a caller may have of them.</summary>
    private static bool IsWords(Fact fact) => (fact.Guards & Guard.NotText) == 0 && fact.Origin.Kind is FactKind.ModelOutput or FactKind.Parameter;

    private static bool IsHere(Frame frame, SourceSpan site) =>
        frame.Method.Member.DeclaringSyntaxReferences.Any(declared => SourceSpan.Of(declared.SyntaxTree, declared.Span).Contains(site));
}
