using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Acts that only a name tells of: a value is handed to a member without a body in sight, of the program's own or of a package that nothing is known of, and the first word of
/// what the member is called says that something is done with it.
/// </summary>
internal static class InferredActs
{
    public static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "execute", "act", "apply", "perform", "step", "dispatch", "submit", "send", "deploy", "commit", "run", "invoke");

    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (!roles.IsEmpty || call.Arguments.IsEmpty || NameOf(frame, call) is not { } name || !Verbs.Contains(NameWords.Of(name).FirstOrDefault() ?? "")
            || frame.Engine.Models.IsInferredCall(call.Method, frame.Method.Cancellation))
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

    /// <summary>The name of a member without a body in sight; null for others.</summary>
    private static string? NameOf(Frame frame, Call call) => call.Method switch
    {
        { MethodKind: MethodKind.DelegateInvoke } => Assignments.Original(frame, call.Instance) switch
        {
            IMemberReferenceOperation { Member: var member } => member.Name,
            IParameterReferenceOperation { Parameter: var parameter } => parameter.Name,
            _ => null,
        },
        { MethodKind: MethodKind.Ordinary } method when (method.IsAbstract || method.IsExtern) && IsOwnOrUnknown(method)
            && frame.Engine.Members.Targets(method, frame.Method.Cancellation).IsEmpty => method.Name,
        _ => null,
    };

    private static bool IsOwnOrUnknown(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        || (method.ContainingAssembly?.Name is { } assembly && assembly.Split('.')[0] is not ("System" or "Microsoft" or "mscorlib" or "netstandard") && !KnowledgeBase.IsModelled(assembly));
}
