namespace GoalGuard.Analysis.Knowledge;

/// <summary>Reads places: <c>arg:name.Member[*]</c>.</summary>
internal static class PlaceParser
{
    /// <summary>The place, or null if the text is none.</summary>
    public static Place? Parse(string text)
    {
        var at = 0;
        PlaceRoot root;
        string? argument = null;
        if (text.StartsWith("arg:", StringComparison.Ordinal))
        {
            at = 4;
            argument = Name(text, ref at);
            root = PlaceRoot.Argument;
            if (argument.Length == 0)
            {
                return null;
            }
        }
        else
        {
            switch (Name(text, ref at))
            {
                case "return": root = PlaceRoot.Return; break;
                case "this": root = PlaceRoot.This; break;
                case "value": root = PlaceRoot.Value; break;
                default: return null;
            }
        }

        return Steps(text, at) is { } steps ? new Place(root, argument, steps) : null;
    }

    private static ImmutableArray<PlaceStep>? Steps(string text, int at)
    {
        var steps = ImmutableArray.CreateBuilder<PlaceStep>();
        while (at < text.Length)
        {
            if (Step(text, ref at) is not { } step)
            {
                return null;
            }

            steps.Add(step);
        }

        return steps.ToImmutable();
    }

    private static PlaceStep? Step(string text, ref int at)
    {
        switch (text[at++])
        {
            case '!':
                return new PlaceStep(PlaceStepKind.After);
            case '.':
                var member = Name(text, ref at);
                return member.Length == 0 ? null : new PlaceStep(PlaceStepKind.Member, member);
            case '[' when at + 1 < text.Length && text[at] == '*' && text[at + 1] == ']':
                at += 2;
                return new PlaceStep(PlaceStepKind.Element);
            case '(':
                var parameter = Name(text, ref at);
                if (at >= text.Length || text[at++] != ')')
                {
                    return null;
                }

                return parameter.Length == 0 ? new PlaceStep(PlaceStepKind.DelegateResult) : new PlaceStep(PlaceStepKind.DelegateParameter, parameter);
            default:
                return null;
        }
    }

    private static string Name(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '@'))
        {
            at++;
        }

        return text.Substring(start, at - start);
    }
}
