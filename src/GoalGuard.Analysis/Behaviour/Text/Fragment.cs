using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>A part of an assembled text.</summary>
/// <param name="Span">Where it is written.</param>
internal abstract record Fragment(SourceSpan Span)
{
    /// <summary>
    /// The expression in the asked member that reads the part, where a constant, field, parameter or other member holds it: the only place of the asked
    /// file to point at, if the part itself is written in another.
    /// </summary>
    public SourceSpan? ReadAt { get; init; }

    /// <summary>How many fragments it is made of.</summary>
    public virtual int Weight => 1;

    /// <summary>How deep fragments are nested in it.</summary>
    public virtual int Depth => 1;
}

/// <summary>A part that is repeated by a loop or a recursion, zero or more times.</summary>
internal sealed record Repeated(SourceSpan Span, AssembledText Body) : Fragment(Span)
{
    public override int Weight => 1 + Body.Weight;

    public override int Depth => 1 + Body.Depth;

    public override string ToString() => Body.IsEmpty ? "…" : $"[{Body}]…";
}

/// <summary>One of several texts, in the order in which the program names them; an empty one stands for a part that may be missing.</summary>
internal sealed record Choice(SourceSpan Span, ImmutableArray<AssembledText> Options) : Fragment(Span)
{
    public override int Weight { get; } = 1 + Options.Sum(option => option.Weight);

    public override int Depth { get; } = 1 + Options.Max(option => option.Depth);

    public bool Equals(Choice? other) => other is not null && Span == other.Span && ReadAt == other.ReadAt && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Span.GetHashCode();

    public override string ToString() => "(" + string.Join("|", Options) + ")";
}

/// <summary>
/// Stands in a text while it is assembled: between the elements of a list, or for what a variable held when a round of a loop began.
/// A finished text has none.
/// </summary>
/// <param name="Span">Where it came into being.</param>
/// <param name="Variable">The variable whose earlier text it stands for; null between elements.</param>
internal sealed record Placeholder(SourceSpan Span, ISymbol? Variable) : Fragment(Span)
{
    public bool IsBoundary => Variable is null;

    public bool StandsFor(ISymbol variable) => SymbolEqualityComparer.Default.Equals(Variable, variable);

    public bool Equals(Placeholder? other) => other is not null && Span == other.Span && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => Span.GetHashCode();

    public override string ToString() => "";
}
