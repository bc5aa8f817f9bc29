using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Rounds that wait for a person, or look whether one pressed a key.</summary>
internal static class People
{
    public static IEnumerable<Candidate> Of(LoopContext context)
    {
        foreach (var (node, operation) in context.Operations())
        {
            if (Asks(context.Knowledge, operation) || context.AsksThroughOthers(operation))
            {
                yield return new Candidate(node, new Bound(BoundKind.Person, operation, null));
            }
        }
    }

    /// <summary>True for an operation that waits for a person, or looks for one.</summary>
    public static bool Asks(KnowledgeBase knowledge, IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call => IsConsole(method, "ReadLine", "ReadKey")
            || (method.Name is "ReadLine" or "ReadLineAsync" && IsStandardInput(call.Instance))
            || (!IsReader(method) && knowledge.RolesOf(method).Any(IsQuestion)),
        IPropertyReferenceOperation { Property: { } property } => IsConsole(property, "KeyAvailable"),
        _ => false,
    };

    private static bool IsConsole(ISymbol member, params string[] names) => Symbols.IsMember(member, "System.Console", names);

    /// <summary>A reader is a person only if it reads the console, whatever knowledge says about readers.</summary>
    private static bool IsReader(IMethodSymbol method) => Symbols.IsType(method.ContainingType, "System.IO.TextReader");

    private static bool IsStandardInput(IOperation? reader) =>
        reader is not null && Symbols.Plain(reader) is IPropertyReferenceOperation { Property: { } property } && IsConsole(property, "In");

    private static bool IsQuestion(RoleEntry entry) => entry is { Role: Role.Approval, Place.Root: PlaceRoot.Return, Note: not ("always" or "mode" or "never" or "wrapper") };
}
