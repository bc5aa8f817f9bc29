using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// A text as the program puts it together: what is known word for word, what is not, what is repeated and what depends on a branch. Immutable; everything
/// that grows stops at <see cref="MaxFragments"/> and <see cref="MaxDepth"/> with a hole that says so.
/// </summary>
internal sealed class AssembledText : IEquatable<AssembledText>
{
    /// <summary>Fragments of one text, those within others included.</summary>
    public const int MaxFragments = 2_000;

    /// <summary>Fragments within fragments.</summary>
    public const int MaxDepth = 24;

    public static readonly AssembledText Empty = new(ImmutableArray<Fragment>.Empty, 0, 0, true);

    private AssembledText(ImmutableArray<Fragment> fragments, int weight, int depth, bool isComplete)
    {
        Fragments = fragments;
        Weight = weight;
        Depth = depth;
        IsComplete = isComplete;
    }

    public ImmutableArray<Fragment> Fragments { get; }

    public int Weight { get; }

    public int Depth { get; }

    public bool IsEmpty => Fragments.IsEmpty;

    /// <summary>False if a bound ended the assembly somewhere.</summary>
    public bool IsComplete { get; }

    /// <summary>The whole text, if every part of it is known; else null.</summary>
    public string? Constant => Fragments.All(fragment => fragment is Literal) ? string.Concat(Fragments.Select(fragment => ((Literal)fragment).Text)) : null;

    /// <summary>All literals, those within repetitions and alternatives included, in the order of the text.</summary>
    public IEnumerable<Literal> Literals => All.OfType<Literal>();

    /// <summary>All holes, those within repetitions and alternatives included, in the order of the text.</summary>
    public IEnumerable<Hole> Holes => All.OfType<Hole>();

    /// <summary>Every fragment, an outer one before those within it. Nesting is bounded, and so is this recursion.</summary>
    public IEnumerable<Fragment> All => Fragments.SelectMany(Within);

    public static AssembledText Of(Fragment fragment) => fragment.Depth > MaxDepth || fragment.Weight > MaxFragments
        ? Of(Hole.CutAt(fragment.Span))
        : new AssembledText(ImmutableArray.Create(fragment), fragment.Weight, fragment.Depth, IsWhole(fragment));

    public static AssembledText Of(ImmutableArray<Fragment> fragments)
    {
        var (weight, depth, isComplete) = (0, 0, true);
        foreach (var fragment in fragments)
        {
            weight += fragment.Weight;
            depth = Math.Max(depth, fragment.Depth);
            isComplete &= IsWhole(fragment);
        }

        return weight > MaxFragments || depth > MaxDepth
            ? fragments.Aggregate(Empty, (all, fragment) => all.Then(Of(fragment)))
            : new AssembledText(fragments, weight, depth, isComplete);
    }

    /// <summary>This text followed by another.</summary>
    public AssembledText Then(AssembledText next)
    {
        if (IsEmpty || next.IsEmpty)
        {
            return IsEmpty ? next : this;
        }

        if (EndsCut)
        {
            return this;
        }

        return Weight + next.Weight <= MaxFragments
            ? new AssembledText(Fragments.AddRange(next.Fragments), Weight + next.Weight, Math.Max(Depth, next.Depth), IsComplete && next.IsComplete)
            : Then(Hole.CutAt(next.Fragments[0].Span));
    }

    private AssembledText Then(Hole cut) => new(Fragments.Add(cut), Weight + 1, Math.Max(Depth, 1), false);

    private bool EndsCut => Fragments[Fragments.Length - 1] is Hole { IsCut: true };

    /// <summary>Some fragments replaced, those within others first.</summary>
    public AssembledText Map(Func<Fragment, AssembledText> change)
    {
        var result = ImmutableArray.CreateBuilder<Fragment>();
        foreach (var fragment in Fragments)
        {
            result.AddRange(change(fragment switch
            {
                Repeated repeated => repeated with { Body = repeated.Body.Map(change) },
                Choice choice => new Choice(choice.Span, ImmutableArray.CreateRange(choice.Options, option => option.Map(change))) { ReadAt = choice.ReadAt },
                _ => fragment,
            }).Fragments);
        }

        return Of(result.ToImmutable());
    }

    /// <summary>This text as it looks from a member that reads it by this expression: what is not written in the expression itself is read there.</summary>
    public AssembledText ReadBy(SourceSpan expression) => Map(fragment => Of(expression.Contains(fragment.Span) ? fragment : fragment with { ReadAt = expression }));

    private static bool IsWhole(Fragment fragment) => fragment switch
    {
        Hole hole => !hole.IsCut,
        Repeated repeated => repeated.Body.IsComplete,
        Choice choice => choice.Options.All(option => option.IsComplete),
        _ => true,
    };

    private static IEnumerable<Fragment> Within(Fragment fragment) => fragment switch
    {
        Repeated repeated => repeated.Body.All.Prepend(fragment),
        Choice choice => choice.Options.SelectMany(option => option.All).Prepend(fragment),
        _ => new[] { fragment },
    };

    public bool Equals(AssembledText? other) =>
        ReferenceEquals(this, other) || (other is not null && Weight == other.Weight && Fragments.Length == other.Fragments.Length && Shares(other) == Fragments.Length);

    /// <summary>How many fragments both texts begin with. Branches mostly share the very objects.</summary>
    public int Shares(AssembledText other)
    {
        var most = Math.Min(Fragments.Length, other.Fragments.Length);
        var length = 0;
        while (length < most && (ReferenceEquals(Fragments[length], other.Fragments[length]) || Fragments[length].Equals(other.Fragments[length])))
        {
            length++;
        }

        return length;
    }

    public override bool Equals(object? obj) => Equals(obj as AssembledText);

    public override int GetHashCode() => Weight;

    /// <summary>Literals as they are, holes as <c>{name}</c>, repetitions as <c>[body]…</c>, alternatives as <c>(a|b)</c>.</summary>
    public override string ToString() => string.Concat(Fragments);
}
