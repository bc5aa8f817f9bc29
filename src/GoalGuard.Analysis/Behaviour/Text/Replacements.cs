using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>A template whose places are filled by <c>Replace</c>: each place becomes what replaces it.</summary>
internal static class Replacements
{
    public static AssembledText In(Walk walk, IInvocationOperation call, AssembledText template)
    {
        if (call.Arguments.Length < 2)
        {
            return template;
        }

        var sought = Expressions.Of(walk, call.Arguments[0].Value).Constant;
        var replacement = Expressions.Of(walk, call.Arguments[1].Value);
        if (string.IsNullOrEmpty(sought))
        {
            return Somewhere(template, replacement);
        }

        var isFound = false;
        var result = template.Map(fragment => fragment is Literal literal ? Filled(literal, sought!, replacement, ref isFound) : AssembledText.Of(fragment));
        return isFound || template.Constant is not null ? result : Somewhere(template, replacement);
    }

    /// <summary>It may stand in what is not known: kept at the end, as a part that may be missing.</summary>
    private static AssembledText Somewhere(AssembledText template, AssembledText replacement) => Alternatives.Of(template, template.Then(replacement));

    private static AssembledText Filled(Literal literal, string sought, AssembledText replacement, ref bool isFound)
    {
        var (result, start) = (AssembledText.Empty, 0);
        for (var at = literal.Text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = literal.Text.IndexOf(sought, start, StringComparison.Ordinal))
        {
            isFound = true;
            result = (at == start ? result : result.Then(AssembledText.Of(literal.Slice(start, at - start)))).Then(replacement);
            start = at + sought.Length;
        }

        return start == literal.Text.Length ? result : result.Then(AssembledText.Of(literal.Slice(start, literal.Text.Length - start)));
    }
}
