using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Composite formats: <c>{0}</c> becomes the text of the argument, <c>{{</c> a brace.</summary>
internal static class Formats
{
    public static AssembledText Of(Walk walk, IInvocationOperation call)
    {
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format");
        if (format is null)
        {
            return Expressions.Unknown(walk, call);
        }

        var text = Expressions.Of(walk, format.Value);
        var arguments = call.Arguments.Where(argument => argument.Parameter!.Ordinal > format.Parameter!.Ordinal)
            .SelectMany(argument => Lists.Written(argument) ?? new[] { argument.Value }).Select(value => Expressions.Of(walk, value)).ToList();
        return text.Map(fragment => fragment is Literal literal ? Filled(literal, arguments, call, walk) : AssembledText.Of(fragment));
    }

    private static AssembledText Filled(Literal literal, List<AssembledText> arguments, IOperation call, Walk walk)
    {
        var (text, result, start) = (literal.Text, AssembledText.Empty, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}'))
            {
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                result = result.Then(Part(literal, start, at + 1));
                start = ++at + 1;
            }
            else if (Hole(text, at) is var (index, end))
            {
                result = result.Then(Part(literal, start, at)).Then(index < arguments.Count ? arguments[index] : walk.Hole(call));
                start = end + 1;
                at = end;
            }
        }

        return result.Then(Part(literal, start, text.Length));
    }

    private static AssembledText Part(Literal literal, int start, int end) =>
        end <= start ? AssembledText.Empty : AssembledText.Of(literal.Slice(start, end - start));

    /// <summary>The number in a hole that begins here and where the hole ends; null where none begins.</summary>
    private static (int Index, int End)? Hole(string text, int at)
    {
        var end = text.IndexOf('}', at);
        if (text[at] != '{' || end < 0)
        {
            return null;
        }

        var digits = 0;
        while (char.IsDigit(text[at + 1 + digits]))
        {
            digits++;
        }

        return int.TryParse(text.Substring(at + 1, digits), out var index) ? (index, end) : null;
    }
}
