using GoalGuard.Analysis.Behaviour.Switches;

namespace GoalGuard.Analysis.Flow;

/// <summary>A guard that stands before something on some paths, and that another value leaves out on the others: <c>if (!skip) Check(path);</c>.</summary>
/// <param name="Guard">The guard.</param>
/// <param name="By">What the condition asks.</param>
/// <param name="IsFlag">True for a plain yes or no. Anything else that is asked may be the guarded value itself: a check of a few texts leaves out no other check.</param>
public sealed record Bypass(Guard Guard, Origin By, bool IsFlag)
{
    /// <summary>What is a precaution by itself, or with another.</summary>
    public const Guard Precautions =
        Guard.AllowListed | Guard.FileName | Guard.Confined | Guard.HostChecked | Guard.Matched | Guard.Approved | Guard.Sandboxed | Guard.AllowedVerb | Guard.SingleStatement | Guard.DryRun;

    /// <summary>True if a model chose what decides, and something else than what is guarded: a value that is asked about itself is checked, not switched.</summary>
    public bool Counts(Fact guarded) => By.IsConcrete && (IsFlag || !By.Equals(guarded.Origin));

    /// <summary>What is made sure of, and what would be if the model could not leave it out.</summary>
    public static Guard AllOf(Fact fact) =>
        fact.Relations.Bypasses.Where(bypass => bypass.Counts(fact)).Aggregate(fact.Guards, (all, bypass) => all | bypass.Guard);

    /// <summary>True for what may decide: what a model chose, or what a caller knows more about.</summary>
    public static bool MayDecide(Origin origin) => origin is { IsAny: false, Kind: FactKind.ToolInput or FactKind.ModelOutput or FactKind.Parameter };
}

/// <summary>An assurance that holds unless a value says otherwise.</summary>
/// <param name="What">The assurance.</param>
/// <param name="By">What is asked.</param>
/// <param name="IsFlag">True for a plain yes or no.</param>
/// <param name="At">Where it is asked; nowhere in sight, if a callee asks.</param>
/// <param name="Answer">The answer there that leaves the assurance out.</param>
public readonly record struct Bypassed(Assurance What, Origin By, bool IsFlag, SourceSpan At = default, bool Answer = false);

/// <summary>What a condition that a model, or a caller, has part in answered on the way here.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Answer">The answer.</param>
/// <param name="By">What it asks.</param>
/// <param name="IsFlag">True if it is a plain yes or no.</param>
/// <param name="Outcome">What it checks itself.</param>
public sealed record Answered(SourceSpan At, bool Answer, ImmutableArray<Origin> By, bool IsFlag, Outcome? Outcome)
{
    /// <summary>The same with an answer.</summary>
    public Answered As(bool answer) =>
        this with { Answer = answer, By = By.Any(origin => origin.Kind == FactKind.Setting) ? By.Select(origin => OwnFlags.As(origin, answer)).ToImmutableArray() : By };

    /// <summary>What an assurance that this answer left out depends on; a check leaves out nothing that it makes sure of itself.</summary>
    public IEnumerable<Bypassed> LeavesOut(Assurance lost) =>
        (lost.Guard & Bypass.Precautions) == Guard.None || Checks(lost.Of) ? Enumerable.Empty<Bypassed>() : By.Select(origin => new Bypassed(lost, origin, IsFlag, At, Answer));

    private bool Checks(Identity? of) => Outcome is not null && Outcome.WhenTrue.Concat(Outcome.WhenFalse).Any(assurance => assurance.Of == of);
}
