using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>A connection in a graph of steps: what one node gives back, the other is given.</summary>
/// <param name="Call">The call that makes it.</param>
/// <param name="From">The node that is run before.</param>
/// <param name="To">The node that is run after.</param>
internal sealed record WorkflowEdge(IInvocationOperation Call, WorkflowNode From, WorkflowNode To)
{
    private const string Source = "from";
    private const string Target = "to";

    /// <summary>How programs call their own methods for this.</summary>
    public static readonly ImmutableArray<string> OwnNames = ImmutableArray.Create(
        "AddEdge", "AddConditionalEdge", "WithEdge", "AddTransition", "AddConditionalTransition", "WithTransition");

    /// <summary>True for what knowledge says about an edge.</summary>
    public static bool IsEdge(RoleEntry entry) => entry is { Role: Role.AgentOrchestration, Note: Source or Target };

    /// <summary>The edges that the calls of a member make, as they are written.</summary>
    public static ImmutableArray<WorkflowEdge> In(Engine engine, IEnumerable<IOperation> operations) => operations.OfType<IInvocationOperation>()
        .OrderBy(call => call.Syntax.Span.End).SelectMany(call => Of(engine, call)).ToImmutableArray();

    private static IEnumerable<WorkflowEdge> Of(Engine engine, IInvocationOperation call)
    {
        var targets = Nodes(engine, call, Target).Concat(call.Arguments.SelectMany(argument => Made(engine, argument.Value))).ToList();
        if (targets.Count > 0)
        {
            var sources = Nodes(engine, call, Source).ToList();
            return Pairs(call, sources.Count > 0 ? sources : Around(engine, call).SelectMany(outer => Nodes(engine, outer, Source)).ToList(), targets);
        }

        return IsOwn(call, out var from, out var to) ? Pairs(call, WorkflowNode.Of(from), WorkflowNode.Of(to)) : Enumerable.Empty<WorkflowEdge>();
    }

    private static IEnumerable<WorkflowEdge> Pairs(IInvocationOperation call, IEnumerable<WorkflowNode> sources, IEnumerable<WorkflowNode> targets) =>
        sources.SelectMany(source => targets, (source, target) => new WorkflowEdge(call, source, target));

    private static IEnumerable<WorkflowNode> Nodes(Engine engine, IInvocationOperation call, string kind) => Nodes(engine, call.TargetMethod, call.Instance, call.Arguments, kind);

    /// <summary>The node that an object stands for which is made in place, to be handed to the call.</summary>
    private static IEnumerable<WorkflowNode> Made(Engine engine, IOperation argument) => Flow.Loops.Symbols.Plain(argument) is IObjectCreationOperation { Constructor: { } constructor } creation
        ? Nodes(engine, constructor, null, creation.Arguments, Target)
        : Enumerable.Empty<WorkflowNode>();

    private static IEnumerable<WorkflowNode> Nodes(Engine engine, IMethodSymbol method, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, string kind) =>
        from entry in engine.Knowledge.RolesOf(method)
        where entry.Role == Role.AgentOrchestration && entry.Note == kind
        from value in entry.Place switch
        {
            { Root: PlaceRoot.Argument, Argument: { } name } => arguments.Where(argument => argument.Parameter?.Name == name).Select(argument => argument.Value),
            { Root: PlaceRoot.This } => new[] { receiver }.OfType<IOperation>(),
            _ => Enumerable.Empty<IOperation>(),
        }
        from node in WorkflowNode.Of(value)
        select node;

    /// <summary>The nearest call with a source that the call goes on with, or is in a lambda of: what an event of a step is sent to, a switch and its cases.</summary>
    private static IEnumerable<IInvocationOperation> Around(Engine engine, IInvocationOperation call)
    {
        for (var at = call.Instance as IInvocationOperation; at is not null; at = at.Instance as IInvocationOperation)
        {
            if (Nodes(engine, at, Source).Any())
            {
                return new[] { at };
            }
        }

        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation outer && Nodes(engine, outer, Source).Any())
            {
                return new[] { outer };
            }
        }

        return Enumerable.Empty<IInvocationOperation>();
    }

    /// <summary>A program's own graph: a method named for it that is given two nodes of one type.</summary>
    private static bool IsOwn(IInvocationOperation call, out IOperation from, out IOperation to)
    {
        var method = call.TargetMethod;
        var first = method.IsExtensionMethod && method.ReducedFrom is null ? 1 : 0;
        var isOwn = !method.DeclaringSyntaxReferences.IsEmpty && OwnNames.Contains(method.Name) && method.Parameters.Length >= first + 2
            && SymbolEqualityComparer.Default.Equals(method.Parameters[first].Type, method.Parameters[first + 1].Type);
        from = isOwn ? Argument(call, first) : call;
        to = isOwn ? Argument(call, first + 1) : call;
        return isOwn;
    }

    private static IOperation Argument(IInvocationOperation call, int ordinal) => call.Arguments.First(argument => argument.Parameter?.Ordinal == ordinal).Value;
}
