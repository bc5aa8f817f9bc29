using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>A process that this program started, it may end, whoever chose what was started. One that was looked up belongs to someone else.</summary>
internal static class StartedProcesses
{
    private const string End = "end";

    /// <summary>True for what ends the process that it is called on.</summary>
    public static bool IsEnd(RoleEntry entry) => entry is { Role: Role.EffectProcess, Note: End };

    public static bool IsEnd(Act act) => act is { Effect: Role.EffectProcess, Note: End };

    public static Value Mark(Call call, Value result) =>
        !result.Facts.IsEmpty && call.Method is { Name: "Start", IsStatic: true } && Types.FullName(call.Method.ContainingType) == "System.Diagnostics.Process"
            ? result with { Facts = result.Facts.With(Guard.Started) }
            : result;
}
