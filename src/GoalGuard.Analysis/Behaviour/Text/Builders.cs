using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Objects that a text is built in, piece by piece: <c>StringBuilder</c>, <c>StringWriter</c>, an interpolated string's handler.</summary>
internal static class Builders
{
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Text.StringBuilder", "System.IO.StringWriter", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler");

    public static bool IsBuilder(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "StringBuilder" or "StringWriter" or "DefaultInterpolatedStringHandler" } && Names.Contains(Types.FullName(type));

    /// <summary>What the builder holds after the call; null for a member that is not one of those that build.</summary>
    public static AssembledText? After(Walk walk, IInvocationOperation call, AssembledText held)
    {
        switch (call.TargetMethod.Name)
        {
            case "Append" or "Write" or "WriteAsync" or "AppendLiteral" or "AppendFormatted":
                return held.Then(Piece(walk, call));
            case "AppendLine" or "WriteLine" or "WriteLineAsync":
                return held.Then(Piece(walk, call)).Then(Expressions.Written("\n", call));
            case "AppendFormat":
                return held.Then(Formats.Of(walk, call));
            case "AppendJoin":
                return held.Then(Lists.Joined(walk, call));
            case "Insert":
                return Inserted(walk, call, held);
            case "Clear":
                return AssembledText.Empty;
            case "Replace":
                return Replacements.In(walk, call, held);
            case "Remove" or "EnsureCapacity" or "Flush" or "FlushAsync":
                Expressions.Unknown(walk, call);
                return held;
            default:
                return null;
        }
    }

    private static AssembledText Piece(Walk walk, IInvocationOperation call)
    {
        var text = AssembledText.Empty;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name is "value" or "handler" or "buffer" or "format")
            {
                text = call.TargetMethod.Parameters.Any(parameter => parameter.Name == "arg0") ? Formats.Of(walk, call) : Expressions.Of(walk, argument.Value);
            }
            else
            {
                Statements.Run(walk, argument.Value);
            }
        }

        return text;
    }

    /// <summary>At the front, or somewhere: then it is kept at the end, where it is not lost.</summary>
    private static AssembledText Inserted(Walk walk, IInvocationOperation call, AssembledText held)
    {
        var piece = Piece(walk, call);
        var isFirst = call.Arguments.Any(argument => argument.Parameter?.Name == "index" && argument.Value.ConstantValue is { HasValue: true, Value: 0 });
        return isFirst ? piece.Then(held) : held.Then(piece);
    }
}
