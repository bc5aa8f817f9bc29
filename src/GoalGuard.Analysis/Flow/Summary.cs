using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Flow;

/// <summary>A guard that a method makes sure of for one of its parameters (or its receiver, or, with no index, for everything).</summary>
public readonly record struct Validation(Guard Guard, int? Parameter, bool After = false);

/// <summary>A guard that a method makes sure of unless a value leaves it out.</summary>
public readonly record struct BypassedValidation(Validation What, Origin By, bool IsFlag);

/// <summary>What a method does to a value that it gives back: facts with parameters unresolved, constant texts, members.</summary>
public sealed record SummaryValue
{
    public static readonly SummaryValue Empty = new();

    public FactSet Facts { get; init; } = FactSet.Empty;

    public Relations Chosen { get; init; } = Relations.None;

    public Texts Texts { get; init; }

    public bool? Constant { get; init; }

    public bool IsClosedSet { get; init; }

    /// <summary>The parameter that is given back unchanged, if one is.</summary>
    public int? SameAsParameter { get; init; }

    /// <summary>The part of a parameter or of the receiver that it is, for what others fill.</summary>
    public OwnedPart? PartOf { get; init; }

    /// <summary>True for a member that is still the object that it was: it was put into, not replaced.</summary>
    public bool IsKept { get; init; }

    /// <summary>Where the lambdas and methods are written that it may run, if it is a delegate.</summary>
    public ImmutableArray<SourceSpan> Delegates { get; init; } = ImmutableArray<SourceSpan>.Empty;

    /// <summary>The parameters whose paths it was put together from, if it is such a path.</summary>
    public SummaryParts? Parts { get; init; }

    /// <summary>True for a member that is assigned on some paths only.</summary>
    public bool MayBeUnassigned { get; init; }

    public ImmutableDictionary<string, SummaryValue> Members { get; init; } = ImmutableDictionary<string, SummaryValue>.Empty;

    /// <summary>True if it says nothing about the value.</summary>
    public bool IsBlank => Facts.IsEmpty && Texts.IsUnknown && Members.IsEmpty && !IsClosedSet && Constant is null && SameAsParameter is null && Delegates.IsEmpty;

    public SummaryValue Join(SummaryValue other) => new()
    {
        Facts = Facts.Join(other.Facts),
        Chosen = Chosen.Join(other.Chosen),
        Texts = Texts.Join(other.Texts),
        Constant = Constant == other.Constant ? Constant : null,
        IsClosedSet = IsClosedSet && other.IsClosedSet,
        SameAsParameter = SameAsParameter == other.SameAsParameter ? SameAsParameter : null,
        PartOf = PartOf == other.PartOf ? PartOf : null,
        IsKept = IsKept && other.IsKept,
        Delegates = other.Delegates.IsEmpty ? Delegates : Delegates.Union(other.Delegates).ToImmutableArray(),
        Parts = SummaryParts.AreSame(Parts, other.Parts) ? Parts : null,
        MayBeUnassigned = MayBeUnassigned || other.MayBeUnassigned,
        Members = other.Members.Aggregate(Members, (members, pair) =>
            members.SetItem(pair.Key, members.TryGetValue(pair.Key, out var mine) ? mine.Join(pair.Value) : pair.Value)),
    };

    public bool SameAs(SummaryValue other) =>
        ReferenceEquals(this, other)
        || (Facts.SameAs(other.Facts) && Chosen.SameAs(other.Chosen) && Texts.SameAs(other.Texts) && Constant == other.Constant && IsClosedSet == other.IsClosedSet
            && SameAsParameter == other.SameAsParameter && SummaryParts.AreSame(Parts, other.Parts)
            && Delegates.SequenceEqual(other.Delegates) && PartOf == other.PartOf && IsKept == other.IsKept
            && MayBeUnassigned == other.MayBeUnassigned && Members.Count == other.Members.Count
            && Members.All(pair => other.Members.TryGetValue(pair.Key, out var value) && pair.Value.SameAs(value)));
}

/// <summary>A parameter that reaches an act inside the method or below it.</summary>
/// <param name="Fact">The parameter with the member path below it, and what became of it on the way.</param>
/// <param name="Act">What is done with it.</param>
/// <param name="Program">The parameter that names the program, where the act depends on it.</param>
/// <param name="Switch">The parameter that switches the act on, if one does.</param>
/// <param name="IsShown">True for a read whose outcome is sent on or shown to a model inside the method or below it.</param>
public sealed record SummarySink(Fact Fact, Act Act, ProgramCondition? Program, ParameterSwitch? Switch = null, bool IsShown = false)
{
    public bool SameAs(SummarySink other) =>
        Fact.SameAs(other.Fact) && Act.Equals(other.Act) && Equals(Program, other.Program) && Switch == other.Switch && IsShown == other.IsShown;
}

/// <summary>A boolean parameter without whose answer something never happens.</summary>
/// <param name="Index">Its position.</param>
/// <param name="Answer">The answer.</param>
public readonly record struct ParameterSwitch(int Index, bool Answer);

/// <summary>An act, by ids: which effect, on which place of which member, where.</summary>
/// <param name="Effect">The role of the entry that says so.</param>
/// <param name="Symbol">The member, as its entry writes it.</param>
/// <param name="Display">The member, as a person writes it.</param>
/// <param name="Site">The expression that acts.</param>
/// <param name="Inferred">True where a name says so.</param>
/// <param name="Note">The note of the entry.</param>
/// <param name="IsPastApproval">True where a tool is invoked by hand, past the one who is asked about it elsewhere.</param>
public sealed record Act(Role Effect, string Symbol, string Display, SourceSpan Site, bool Inferred = false, string? Note = null, bool IsPastApproval = false);

/// <summary>An argument of a program that another parameter names: dangerous only if that is a shell or an interpreter.</summary>
/// <param name="Origin">The parameter that names the program.</param>
/// <param name="Before">The texts of the arguments before this one.</param>
/// <param name="IsStart">True if the parameter is the start info, or the process, instead of its program's name.</param>
public sealed record ProgramCondition(Origin Origin, string Before, bool IsStart = false);

/// <summary>What callers need to know of a method. Holds ids, paths and spans alone. Immutable.</summary>
public sealed record Summary
{
    public static readonly Summary Unknown = new();

    public SummaryValue Return { get; init; } = SummaryValue.Empty;

    /// <summary>What it may throw.</summary>
    public FactSet Throws { get; init; } = FactSet.Empty;

    /// <summary>The values of ref and out parameters afterwards.</summary>
    public ImmutableDictionary<int, SummaryValue> After { get; init; } = ImmutableDictionary<int, SummaryValue>.Empty;

    /// <summary>What is written into members of parameters, or of the receiver.</summary>
    public ImmutableDictionary<int, ImmutableDictionary<string, SummaryValue>> Writes { get; init; } =
        ImmutableDictionary<int, ImmutableDictionary<string, SummaryValue>>.Empty;

    public ImmutableArray<SummarySink> Sinks { get; init; } = ImmutableArray<SummarySink>.Empty;

    /// <summary>The model calls that it makes, itself or through others.</summary>
    public ImmutableArray<ModelUse> Models { get; init; } = ImmutableArray<ModelUse>.Empty;

    /// <summary>What holds if the method returns at all.</summary>
    public ImmutableArray<Validation> WhenReturned { get; init; } = ImmutableArray<Validation>.Empty;

    public ImmutableArray<Validation> WhenTrue { get; init; } = ImmutableArray<Validation>.Empty;

    public ImmutableArray<Validation> WhenFalse { get; init; } = ImmutableArray<Validation>.Empty;

    /// <summary>What holds if the method returns, unless a value leaves it out.</summary>
    public ImmutableArray<BypassedValidation> BypassedWhenReturned { get; init; } = ImmutableArray<BypassedValidation>.Empty;

    public ImmutableArray<BypassedValidation> BypassedWhenTrue { get; init; } = ImmutableArray<BypassedValidation>.Empty;

    public ImmutableArray<BypassedValidation> BypassedWhenFalse { get; init; } = ImmutableArray<BypassedValidation>.Empty;

    public bool SameAs(Summary other) =>
        Return.SameAs(other.Return) && Throws.SameAs(other.Throws)
        && WhenReturned.SequenceEqual(other.WhenReturned) && WhenTrue.SequenceEqual(other.WhenTrue) && WhenFalse.SequenceEqual(other.WhenFalse)
        && BypassedWhenReturned.SequenceEqual(other.BypassedWhenReturned) && BypassedWhenTrue.SequenceEqual(other.BypassedWhenTrue)
        && BypassedWhenFalse.SequenceEqual(other.BypassedWhenFalse)
        && Models.Length == other.Models.Length && Models.Zip(other.Models, (a, b) => a.SameAs(b)).All(same => same)
        && Sinks.Length == other.Sinks.Length && Sinks.Zip(other.Sinks, (a, b) => a.SameAs(b)).All(same => same)
        && SameValues(After, other.After)
        && Writes.Count == other.Writes.Count
        && Writes.All(pair => other.Writes.TryGetValue(pair.Key, out var members) && SameValues(pair.Value, members));

    private static bool SameValues<T>(ImmutableDictionary<T, SummaryValue> a, ImmutableDictionary<T, SummaryValue> b)
        where T : notnull =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && pair.Value.SameAs(value));
}
