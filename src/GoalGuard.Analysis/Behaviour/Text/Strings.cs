using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Members of <see cref="string"/>.</summary>
internal static class Strings
{
    /// <summary>White space, case and line ends make no other text of it.</summary>
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Trim", "TrimStart", "TrimEnd", "ToString", "Normalize", "ReplaceLineEndings", "ToLower", "ToLowerInvariant", "ToUpper",
        "ToUpperInvariant", "PadLeft", "PadRight", "Clone");

    public static bool IsStep(IMethodSymbol method) => !method.IsStatic && (Neutral.Contains(method.Name) || method.Name is "Replace" or "Insert");

    /// <summary>What becomes of a text by a call on it.</summary>
    public static AssembledText After(Walk walk, IInvocationOperation call, AssembledText text)
    {
        switch (call.TargetMethod.Name)
        {
            case "Replace":
                return Replacements.In(walk, call, text);
            case "Insert" when call.Arguments.Length == 2:
                var piece = Expressions.Of(walk, call.Arguments[1].Value);
                return call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 } ? piece.Then(text) : text.Then(piece);
            default:
                foreach (var argument in call.Arguments)
                {
                    Statements.Run(walk, argument.Value);
                }

                return text;
        }
    }

    /// <summary>What a static member makes; null for one that makes no text of its arguments.</summary>
    public static AssembledText? Of(Walk walk, IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Concat":
                return Lists.Together(Lists.Values(walk, call.Arguments), AssembledText.Empty);
            case "Join":
                return Lists.Joined(walk, call);
            case "Format":
                return Formats.Of(walk, call);
            case "Create" when call.Arguments.Any(argument => argument.Parameter?.Name == "handler"):
                return Expressions.Of(walk, call.Arguments.First(argument => argument.Parameter?.Name == "handler").Value);
            case "Intern" or "Copy":
                return Expressions.Of(walk, call.Arguments[0].Value);
            default:
                return null;
        }
    }
}
