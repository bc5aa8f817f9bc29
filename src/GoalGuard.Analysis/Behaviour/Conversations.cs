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

    /// <summary>The note of a property that says which answer, asked for before, is read on.</summary>
    private const string Token = "token";

    /// <summary>True if the options of a call say that it reads on in an answer which was asked for before.</summary>
    public static bool GoesOn(Frame frame, Call call) => call.Arguments.Any(argument =>
        argument.Value.Type is { } type && frame.State.Members(frame[argument].Id).Any(member => IsToken(frame, Unconverted(argument.Value) ?? type, member.Key)));

    private static bool IsToken(Frame frame, ITypeSymbol type, string member)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(member).Any(each => frame.Engine.Knowledge.RolesOf(each).Any(entry => entry is { Role: Role.Conversation, Note: Token })))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? Unconverted(IOperation operation) =>
        operation is Microsoft.CodeAnalysis.Operations.IConversionOperation conversion ? conversion.Operand.Type : operation.Type;
}
