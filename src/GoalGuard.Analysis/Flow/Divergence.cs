namespace GoalGuard.Analysis.Flow;

/// <summary>Why two paths that meet are different ones: the answers that each of them took and the other did not.</summary>
/// <param name="First">Those of the first path.</param>
/// <param name="Second">Those of the second.</param>
internal sealed record Divergence(ImmutableArray<Answered> First, ImmutableArray<Answered> Second)
{
    public static readonly Divergence None = new(ImmutableArray<Answered>.Empty, ImmutableArray<Answered>.Empty);

    /// <param name="first">What one path answered.</param>
    /// <param name="second">What the other answered.</param>
    /// <param name="decides">True for a condition that decides whether the point where they meet is reached at all.</param>
    public static Divergence Of(
        ImmutableDictionary<IOperation, Answered> first, ImmutableDictionary<IOperation, Answered> second, Func<IOperation, bool> decides) =>
        first == second ? None : new Divergence(Only(first, second, decides), Only(second, first, decides));

    private static ImmutableArray<Answered> Only(
        ImmutableDictionary<IOperation, Answered> mine, ImmutableDictionary<IOperation, Answered> its, Func<IOperation, bool> decides) =>
        mine.Where(pair => its.TryGetValue(pair.Key, out var other) ? other.Answer != pair.Value.Answer : decides(pair.Key))
            .OrderBy(pair => pair.Key.Syntax.SpanStart).ThenBy(pair => pair.Key.Syntax.Span.Length).ThenBy(pair => pair.Key.Kind).Select(pair => pair.Value).ToImmutableArray();

    /// <summary>What is assured on one path alone, with what left it out on the other.</summary>
    public IEnumerable<Bypassed> Lost(IReadOnlyCollection<Assurance> ofFirst, IReadOnlyCollection<Assurance> ofSecond) =>
        First.IsEmpty && Second.IsEmpty
            ? Enumerable.Empty<Bypassed>()
            : ofFirst.Except(ofSecond).SelectMany(lost => Second.SelectMany(answer => answer.LeavesOut(lost)))
                .Concat(ofSecond.Except(ofFirst).SelectMany(lost => First.SelectMany(answer => answer.LeavesOut(lost))));

    /// <summary>The facts of both paths; what was made sure of on one alone is told with what left it out.</summary>
    public FactSet Join(FactSet first, FactSet second)
    {
        var joined = first.Join(second);
        return (First.IsEmpty && Second.IsEmpty) || first.IsEmpty || second.IsEmpty ? joined : joined.Map(fact => fact.Relating(Left(fact, first, second)));
    }

    private Relations Left(Fact fact, FactSet first, FactSet second) =>
        Find(first, fact) is { } a && Find(second, fact) is { } b
            ? Left(fact, a.Guards & ~b.Guards, Second).Join(Left(fact, b.Guards & ~a.Guards, First)) : Relations.None;

    private static Fact? Find(FactSet facts, Fact fact) => facts.Facts.FirstOrDefault(other => other.Origin.Equals(fact.Origin) && ((other.Guards ^ fact.Guards) & Guard.Stored) == 0);

    private static Relations Left(Fact fact, Guard lost, ImmutableArray<Answered> answers) =>
        (lost &= Bypass.Precautions) == Guard.None ? Relations.None
        : Relations.Past(from answer in answers
                         from origin in answer.By
                         where answer.IsFlag || !origin.Equals(fact.Origin)
                         select new Bypass(lost, origin, answer.IsFlag));
}
