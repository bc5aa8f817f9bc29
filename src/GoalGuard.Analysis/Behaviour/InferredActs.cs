using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Calls that act by their name alone: of a member without a body in sight, of this program or of a library that nobody described, which is called by a verb that
/// stands for doing something.
/// </summary>
internal static class InferredActs
{
    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Execute", "Act", "Apply", "Perform", "Step", "Dispatch", "Submit", "Send", "Deploy", "Commit", "Run", "Invoke");

    public static bool Is(Frame frame, Call call)
    {
        var method = call.Method;
        return IsNamed(method) && frame.Engine.Members.Targets(method, frame.Method.Cancellation).IsEmpty
            && (method.ContainingType.TypeKind == TypeKind.Delegate || IsUnknown(frame, method));
    }

    /// <summary>True if the first word of its name stands for doing something.</summary>
    public static bool IsNamed(IMethodSymbol method) => NameWords.Of(method.Name).FirstOrDefault() is { } first && Verbs.Contains(first);

    /// <summary>Declared here without a body, or by somebody that neither the framework nor knowledge is.</summary>
    private static bool IsUnknown(Frame frame, IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
            ? method.IsAbstract || method.IsExtern
            : method.ContainingAssembly is { Name: var assembly }
                && !assembly.StartsWith("System", StringComparison.Ordinal) && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
                && !Knowledge.KnowledgeBase.IsModelled(assembly) && frame.Engine.Knowledge.RolesOf(method).IsEmpty;
}
