namespace GoalGuard.Analysis.Flow;

/// <summary>How a score or verdict had a say in which value it is.</summary>
public enum ChoiceKind
{
    /// <summary>It is the best, the first good enough, or what was assigned under a comparison of numbers.</summary>
    Selected,

    /// <summary>It passed a filter, or was assigned under a yes or no.</summary>
    Gated,

    /// <summary>It stands where its score put it, with all the others: nothing is chosen yet.</summary>
    Ordered,

    /// <summary>A model that was shown all of them said which one: the words are no score, they point at it.</summary>
    Picked,
}

/// <summary>A choice that the value is the outcome of.</summary>
/// <param name="Kind">How it was chosen.</param>
/// <param name="Site">The selection or condition.</param>
/// <param name="By">The score or verdict; its own relations say about which text it is.</param>
/// <param name="OfSeveral">True if several were to choose from; false if one passed or did not.</param>
public sealed record Choice(ChoiceKind Kind, SourceSpan Site, Fact By, bool OfSeveral = false)
{
    /// <summary>The same choice; what the score is about may be known better.</summary>
    public bool IsSame(Choice other) => Kind == other.Kind && Site == other.Site && By.Origin.Equals(other.By.Origin);

    public bool SameAs(Choice other) => Kind == other.Kind && Site == other.Site && OfSeveral == other.OfSeveral && By.SameAs(other.By);

    /// <summary>True for one, or the first few, of several that a model's score selected.</summary>
    public bool IsWon => OfSeveral && Kind is ChoiceKind.Selected or ChoiceKind.Ordered && Scores.Is(By);
}

/// <summary>
/// What a fact has to do with others. Never merged: a score keeps each candidate it is about, a chosen value each score that chose it.
/// </summary>
/// <param name="About">The origins of the texts that went into the call that produced it.</param>
/// <param name="Choices">The choices that it is the outcome of.</param>
/// <param name="Factors">What it was multiplied with: a log-probability times a reward is what a policy gradient is made of.</param>
/// <param name="Bypasses">The guards that hold for it unless another value leaves them out.</param>
public sealed record Relations(ImmutableArray<Origin> About, ImmutableArray<Choice> Choices, ImmutableArray<Origin> Factors, ImmutableArray<Bypass> Bypasses)
{
    /// <summary>More of a kind are not kept.</summary>
    public const int Max = FactSet.MaxOrigins;

    public static readonly Relations None = new(ImmutableArray<Origin>.Empty, ImmutableArray<Choice>.Empty, ImmutableArray<Origin>.Empty, ImmutableArray<Bypass>.Empty);

    public static Relations To(ImmutableArray<Origin> about) => about.IsEmpty ? None : None with { About = about.Take(Max).ToImmutableArray() };

    public static Relations By(ImmutableArray<Origin> factors) => factors.IsEmpty ? None : None with { Factors = factors.Take(Max).ToImmutableArray() };

    public static Relations Past(IEnumerable<Bypass> bypasses) => Union(None.Bypasses, bypasses) is { IsEmpty: false } past ? None with { Bypasses = past } : None;

    public static Relations Of(IEnumerable<Choice> choices) => None.With(choices);

    /// <summary>What was picked by words like these, there.</summary>
    public static Relations PickedBy(FactSet words, SourceSpan site) =>
        ChosenBy(words.Where(fact => fact.Origin.Kind is FactKind.ModelOutput or FactKind.Parameter), site, ChoiceKind.Picked);

    /// <summary>The choices of this kind.</summary>
    public IEnumerable<Choice> Of(ChoiceKind kind) => Choices.Where(choice => choice.Kind == kind);

    /// <summary>The choices that these facts make where a condition or selection asks them. A comparison of two scores chooses between what they are about.</summary>
    public static Relations ChosenBy(FactSet deciding, SourceSpan site, ChoiceKind? kind = null, bool ofSeveral = false)
    {
        var choices = new List<Choice>();
        foreach (var fact in deciding.Facts.Where(fact => fact.IsJudgement || kind == ChoiceKind.Picked))
        {
            if (fact.Origin.Kind == FactKind.Choice)
            {
                // A flag that was set by a verdict: the verdict decides here too. What was picked is no verdict.
                choices.AddRange(fact.Relations.Choices.Where(choice => choice.Kind != ChoiceKind.Picked)
                    .Select(choice => choice with { Kind = kind ?? choice.Kind, Site = site, OfSeveral = ofSeveral }));
            }
            else
            {
                var by = fact.Instead(To(fact.Relations.About));
                var how = kind ?? ((fact.Traits & Traits.Number) != Traits.None ? ChoiceKind.Selected : ChoiceKind.Gated);
                choices.Add(new Choice(how, site, by, ofSeveral || (fact.Traits & Traits.Contest) != Traits.None));
            }
        }

        return Of(choices);
    }

    public Relations Join(Relations other)
    {
        if (ReferenceEquals(this, other) || other.IsNone)
        {
            return this;
        }

        if (IsNone)
        {
            return other;
        }

        var (about, factors, bypasses) = (Union(About, other.About), Union(Factors, other.Factors), Union(Bypasses, other.Bypasses));
        var result = about == About && factors == Factors && bypasses == Bypasses ? this : this with { About = about, Factors = factors, Bypasses = bypasses };
        return result.With(other.Choices);
    }

    /// <summary>True if a model's score chose it among several.</summary>
    public bool HasWinner => Choices.Any(choice => choice.IsWon);

    public bool IsNone => About.IsEmpty && Choices.IsEmpty && Factors.IsEmpty && Bypasses.IsEmpty;

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> known, IEnumerable<T> more)
    {
        foreach (var each in more)
        {
            known = known.Length >= Max || known.Contains(each) ? known : known.Add(each);
        }

        return known;
    }

    private Relations With(IEnumerable<Choice> more)
    {
        var result = Choices;
        foreach (var choice in more)
        {
            var at = Find(result, choice);
            if (at < 0)
            {
                result = result.Length >= Max ? result : result.Add(choice);
            }
            else if (result[at].By.Join(choice.By) is var by && (!ReferenceEquals(by, result[at].By) || (choice.OfSeveral && !result[at].OfSeveral)))
            {
                result = result.SetItem(at, choice with { By = by, OfSeveral = choice.OfSeveral || result[at].OfSeveral });
            }
        }

        return result == Choices ? this : this with { Choices = result };
    }

    /// <summary>The same choices, with what this says of each.</summary>
    public Relations Map(Func<Choice, Choice> change) => Choices.Any(choice => !ReferenceEquals(change(choice), choice))
        ? (this with { Choices = ImmutableArray<Choice>.Empty }).With(Choices.Select(change))
        : this;

    private static int Find(ImmutableArray<Choice> choices, Choice other)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].IsSame(other))
            {
                return i;
            }
        }

        return -1;
    }

    public bool SameAs(Relations other) =>
        ReferenceEquals(this, other)
        || (About.SequenceEqual(other.About) && Factors.SequenceEqual(other.Factors) && Bypasses.SequenceEqual(other.Bypasses) && Choices.Length == other.Choices.Length && Choices.Zip(other.Choices, (a, b) => a.SameAs(b)).All(same => same));

    public override string ToString()
    {
        var about = About.IsEmpty ? "" : " about " + string.Join("+", About.Select(origin => origin.Name + origin.Path));
        var factors = Factors.IsEmpty ? "" : " times " + string.Join("+", Factors.Select(origin => origin.Name + origin.Path));
        var bypasses = string.Concat(Bypasses.Select(bypass => $" {bypass.Guard} unless {bypass.By.Name}{bypass.By.Path}"));
        return about + factors + bypasses + string.Concat(Choices.Select(choice => $" {choice.Kind.ToString().ToLowerInvariant()} by ({choice.By})"));
    }
}
