using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Objects that say "train by reinforcement" without a literal: graders, which a fine-tuning job holds only for that.</summary>
internal static class Training
{
    private const string LogProbability = "log-probability";
    private const string Reward = "reward";

    public static Value Mark(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        foreach (var entry in roles)
        {
            if (entry is { Role: Role.LocalTraining, Place.Root: PlaceRoot.Return, Note: LogProbability or Reward })
            {
                var kind = entry.Note == Reward ? FactKind.Reward : FactKind.LogProbability;
                var origin = new Origin(kind, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax));
                return result with { Facts = FactSet.Of(new Fact(origin, Guard.NotText)) };
            }
        }

        if (call.Operation is not IObjectCreationOperation || !IsGrader(frame, call, roles))
        {
            return result;
        }

        var site = SourceSpan.Of(call.Operation.Syntax);
        var display = Types.Display(call.Method);
        var fact = new Fact(
            new Origin(FactKind.Reinforcement, display, site), Guard.None, Trace.Add(null, new FlowStep("source", $"the grader '{display}'", site)));
        return result with { Facts = result.Facts.Join(FactSet.Of(fact)) };
    }

    private static bool IsGrader(Frame frame, Call call, ImmutableArray<RoleEntry> roles) =>
        roles.Any(entry => entry.Role == Role.Grader)
        || frame.Engine.Knowledge.TypeRolesOf(call.Method.ContainingType).Any(entry => entry.Role == Role.Grader);
}
