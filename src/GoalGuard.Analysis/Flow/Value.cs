namespace GoalGuard.Analysis.Flow;

/// <summary>What the engine knows about one value. Immutable.</summary>
public sealed record Value
{
    public static readonly Value Empty = new();

    public FactSet Facts { get; init; } = FactSet.Empty;

    /// <summary>The choices that this very value is the outcome of; they hold for all that it holds.</summary>
    public Relations Chosen { get; init; } = Relations.None;

    /// <summary>Which object it is; null where nothing is ever asked about it.</summary>
    public Identity? Id { get; init; }

    /// <summary>The constant parts of a text, a path, an address or a pattern.</summary>
    public Texts Texts { get; init; }

    /// <summary>The value of a constant boolean.</summary>
    public bool? Constant { get; init; }

    /// <summary>The value of a constant character.</summary>
    public char? Character { get; init; }

    /// <summary>What a boolean makes sure of.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>A collection of literals only.</summary>
    public bool IsClosedSet { get; init; }

    /// <summary>The value that this one stands for without loss: the text of a parsed Uri, the Uri of a host.</summary>
    public Identity? StandsFor { get; init; }

    /// <summary>True for the host part of <see cref="StandsFor"/>.</summary>
    public bool IsHost { get; init; }

    /// <summary>The paths that this path was put together from, if it was.</summary>
    public PathParts? Parts { get; init; }

    /// <summary>True for a member that was assigned on some paths only: on the others it is what the object came with.</summary>
    public bool MayBeUnassigned { get; init; }

    /// <summary>What may run when this delegate is invoked.</summary>
    public ImmutableArray<DelegateTarget> Targets { get; init; } = ImmutableArray<DelegateTarget>.Empty;

    /// <summary>True for a boolean that is null: neither answer ever comes of it.</summary>
    public bool IsMissing { get; init; }

    public bool IsBoolean => IsMissing || Constant is not null || Outcome is not null;

    /// <summary>What it makes sure of that this boolean has the given value.</summary>
    public Outcome? OutcomeIf(bool answer) => answer ? Outcome : Outcome?.Not();

    public static Value OfText(string text) => new() { Texts = Texts.Of(text) };

    /// <summary>Tables compare values when they store them; two of the same content are told apart by <see cref="SameAs"/> where that matters.</summary>
    public bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public bool SameAs(Value other) =>
        ReferenceEquals(this, other)
        || (Facts.SameAs(other.Facts) && Chosen.SameAs(other.Chosen) && Id == other.Id && Texts.SameAs(other.Texts)
            && Constant == other.Constant && Character == other.Character && IsClosedSet == other.IsClosedSet
            && StandsFor == other.StandsFor && IsHost == other.IsHost && IsMissing == other.IsMissing && MayBeUnassigned == other.MayBeUnassigned
            && PathParts.AreSame(Parts, other.Parts) && Targets.SequenceEqual(other.Targets)
            && (Outcome is null ? other.Outcome is null : Outcome.SameAs(other.Outcome)));
}

/// <summary>A lambda or a method that a delegate may run.</summary>
public sealed record DelegateTarget(
    IMethodSymbol Method, Microsoft.CodeAnalysis.FlowAnalysis.IFlowAnonymousFunctionOperation? Lambda, Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph? Graph)
{
    /// <summary>True for what another member made and handed out: its summary says what it does.</summary>
    public bool IsElsewhere { get; init; }

    public bool Equals(DelegateTarget? other) => other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}
