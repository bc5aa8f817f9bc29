using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Objects that remember by themselves what was said: sessions and threads. The next question is asked with all of it.</summary>
internal static class Conversations
{
    /// <summary>The member that stands for what was said; no program can name it.</summary>
    private const string Said = "(said)";

    /// <summary>The note of lists, which hold only what the program adds to them.</summary>
    private const string List = "list";

    public static void Remember(Frame frame, Call call, Value output)
    {
        foreach (var operation in call.Arguments.Select(argument => argument.Value).Append(call.Instance))
        {
            if (operation?.Type is { } type && frame.Engine.Knowledge.TypeRolesOf(Unconverted(operation) ?? type).Any(entry => entry.Role == Role.Conversation && entry.Note != List))
            {
                Members.Add(frame, frame[operation], Said, output);
            }
        }
    }

    private static ITypeSymbol? Unconverted(IOperation operation) =>
        operation is Microsoft.CodeAnalysis.Operations.IConversionOperation conversion ? conversion.Operand.Type : operation.Type;
}
