namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Where branches meet: what their texts share stays, where they differ both are kept.</summary>
internal static class Alternatives
{
    /// <summary>Texts that are kept apart at one place; what more there are, is a hole.</summary>
    public const int Max = 8;

    public static AssembledText Of(IEnumerable<AssembledText> texts)
    {
        AssembledText? all = null;
        foreach (var text in texts)
        {
            all = all is null ? text : Of(all, text);
        }

        return all ?? AssembledText.Empty;
    }

    public static AssembledText Of(AssembledText first, AssembledText second)
    {
        if (first.Equals(second))
        {
            return first;
        }

        var (one, other) = (first.Fragments, second.Fragments);
        var prefix = first.Shares(second);
        var suffix = 0;
        while (suffix < Math.Min(one.Length, other.Length) - prefix && one[one.Length - 1 - suffix].Equals(other[other.Length - 1 - suffix]))
        {
            suffix++;
        }

        var middle = Either(Cut(one, prefix, suffix), Cut(other, prefix, suffix));
        return AssembledText.Of(one.RemoveRange(prefix, one.Length - prefix)).Then(middle).Then(AssembledText.Of(one.RemoveRange(0, one.Length - suffix)));
    }

    private static AssembledText Cut(ImmutableArray<Fragment> fragments, int prefix, int suffix) =>
        AssembledText.Of(fragments.RemoveRange(fragments.Length - suffix, suffix).RemoveRange(0, prefix));

    private static AssembledText Either(AssembledText first, AssembledText second)
    {
        var options = ImmutableArray.CreateBuilder<AssembledText>();
        foreach (var option in Options(first).Concat(Options(second)))
        {
            if (options.Contains(option))
            {
                continue;
            }

            if (options.Count == Max)
            {
                options.Add(AssembledText.Of(Hole.CutAt(Span(option, options[0]))));
                break;
            }

            options.Add(option);
        }

        return options.Count == 1 ? options[0] : AssembledText.Of(new Choice(Span(first, second), options.ToImmutable()));
    }

    /// <summary>One of the two is not empty, because they differ.</summary>
    private static Flow.SourceSpan Span(AssembledText one, AssembledText other) => (one.IsEmpty ? other : one).Fragments[0].Span;

    /// <summary>A choice among choices is one choice; the hole of one that was full already stays its last.</summary>
    private static ImmutableArray<AssembledText> Options(AssembledText text) =>
        text.Fragments.Length == 1 && text.Fragments[0] is Choice choice ? choice.Options : ImmutableArray.Create(text);
}
