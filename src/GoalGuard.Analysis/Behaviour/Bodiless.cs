using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Members whose bodies nobody sees: of the program's own interfaces, delegates and the like, and of packages that nothing is known of. Only their names tell what they do.</summary>
internal static class Bodiless
{
    /// <summary>What such a member is called; null for others.</summary>
    public static string? NameOf(Frame frame, Call call) => call.Method switch
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
