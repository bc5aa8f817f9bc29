using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>Reads <c>return</c>, <c>this</c>, <c>value</c> or <c>arg:NAME</c> with its steps.</summary>
internal static class PlaceParser
{
    public static Place? Parse(string text, out string error)
    {
        error = "";
        var at = text.StartsWith("arg:", StringComparison.Ordinal) ? 4 : 0;
        var word = Name(text, ref at);
        PlaceRoot root;
        switch (text.StartsWith("arg:", StringComparison.Ordinal) ? "arg" : word)
        {
            case "return": root = PlaceRoot.Return; break;
            case "this": root = PlaceRoot.This; break;
            case "value": root = PlaceRoot.Value; break;
            case "arg" when word.Length > 0: root = PlaceRoot.Argument; break;
            default:
                error = $"'{text}' is not a place; a place starts with return, this, value or arg:NAME";
                return null;
        }

        var steps = ImmutableArray.CreateBuilder<PlaceStep>();
        while (at < text.Length)
        {
            if (Step(text, ref at) is not { } step)
            {
                error = $"'{text.Substring(at)}' in place '{text}' is not a step; steps are .Member, [*], (NAME), () and !";
                return null;
            }

            steps.Add(step);
        }

        return new Place(root, root == PlaceRoot.Argument ? word : null, steps.ToImmutable());
    }

    /// <summary>Reads one step; leaves <paramref name="at"/> where it was if there is none.</summary>
    private static PlaceStep? Step(string text, ref int at)
    {
        var next = at + 1;
        switch (text[at])
        {
            case '!':
                at = next;
                return new PlaceStep(PlaceStepKind.After);
            case '[' when string.CompareOrdinal(text, at, "[*]", 0, 3) == 0:
                at += 3;
                return new PlaceStep(PlaceStepKind.Element);
            case '.' when Name(text, ref next) is { Length: > 0 } member:
                at = next;
                return new PlaceStep(PlaceStepKind.Member, member);
            case '(':
                var parameter = Name(text, ref next);
                if (next < text.Length && text[next] == ')')
                {
                    at = next + 1;
                    return parameter.Length == 0
                        ? new PlaceStep(PlaceStepKind.DelegateResult)
                        : new PlaceStep(PlaceStepKind.DelegateParameter, parameter);
                }

                return null;
            default:
                return null;
        }
    }

    private static string Name(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return text.Substring(start, at - start);
    }
}
