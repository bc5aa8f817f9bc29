using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>A function that is made of a prompt asks a model and does nothing else, so that to invoke it is no call of a tool.</summary>
internal static class PromptFunctions
{
    private const string Function = "function";

    /// <summary>True if what would be called as a tool is evidently a prompt.</summary>
    public static bool Runs(Frame frame, Call call, RoleEntry entry) =>
        entry.Role == Role.EffectTool && !frame.Deep(Places.Read(frame, call, entry.Place!)).IsEmpty
        && (IsPrompt(frame, call.Receiver) || call.Arguments.Any(argument => IsPrompt(frame, argument.Value)));

    private static bool IsPrompt(Frame frame, IOperation? function)
    {
        var made = MadeBy.Of(frame.Engine, Assignments.Original(frame, function), frame.Method.Member, frame.Method.Cancellation).ToList();
        return made.Count > 0 && made.All(operation => operation is IInvocationOperation call && Makes(frame.Engine, call.TargetMethod));
    }

    private static bool Makes(Engine engine, IMethodSymbol method) =>
        engine.Knowledge.RolesOf(method).Any(entry => entry is { Role: Role.PromptInput, Note: Function });
}
