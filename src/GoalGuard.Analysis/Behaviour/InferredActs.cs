using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Acts that only a name tells of: the first word of what a member without a body in sight is called says that something is done.</summary>
internal static class InferredActs
{
    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "execute", "act", "apply", "perform", "step", "dispatch", "submit", "send", "deploy", "commit", "run", "invoke");

    public static bool Is(Frame frame, Call call) => NameOf(frame, call, frame.Engine.Knowledge.RolesOf(call.Method)) is not null;

    /// <summary>What the call is handed is acted on.</summary>
    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (call.Arguments.IsEmpty || NameOf(frame, call, roles) is not { } name)
        {
            return;
        }

        var display = call.Method.MethodKind == MethodKind.DelegateInvoke ? name : Types.Display(call.Method);
        var act = new Act(Role.Act, call.Method.OriginalDefinition.GetDocumentationCommentId() ?? name, display, SourceSpan.Of(call.Operation.Syntax), Inferred: true);
        foreach (var argument in call.Arguments)
        {
            var facts = frame.Deep(frame[argument]).With(frame.State.GuardsOf(null));
            Acts.Record(frame, facts, SourceSpan.Of(argument.Value.Syntax), act, null, act.Site, null);
        }
    }

    private static string? NameOf(Frame frame, Call call, ImmutableArray<RoleEntry> roles) =>
        roles.IsEmpty && Bodiless.NameOf(frame, call) is { } name && IsVerb(name)
        && !frame.Engine.Models.IsInferredCall(call.Method, frame.Method.Cancellation) ? name : null;

    /// <summary>True if the first word of its name stands for doing something.</summary>
    public static bool IsNamed(IMethodSymbol method) => IsVerb(method.Name);

    private static bool IsVerb(string name) => Verbs.Contains(NameWords.Of(name).FirstOrDefault() ?? "");
}
