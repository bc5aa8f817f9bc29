using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>What a function that is told about a tool call does with it.</summary>
internal enum FilterAnswer
{
    /// <summary>It never makes the call: it only looks on, or replaces it.</summary>
    NeverCalls,

    /// <summary>It makes the call on every way through it.</summary>
    AlwaysCalls,

    /// <summary>It leaves the call out on some way.</summary>
    MayRefuse,
}

/// <summary>Goes through the ways of a function that is told about a tool call, and through those of helpers that it hands the call on to.</summary>
/// <param name="engine">The program.</param>
/// <param name="contexts">The names of the types that tell about a call.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class FilterBody(Engine engine, ImmutableHashSet<string> contexts, CancellationToken cancellation)
{
    /// <summary>How many helpers deep a call is followed.</summary>
    private const int MaxDepth = 4;

    /// <summary>True for a parameter that tells about a tool call.</summary>
    public bool IsContext(ITypeSymbol? type) => type is not null && contexts.Contains(Types.FullName(type));

    public FilterAnswer Of(ControlFlowGraph graph) => Of(graph, 0);

    private FilterAnswer Of(ControlFlowGraph graph, int depth)
    {
        var calls = false;
        var leaves = false;
        var seen = new HashSet<int> { 0 };
        for (var open = new Stack<BasicBlock>(new[] { graph.Blocks[0] }); open.Count > 0;)
        {
            var block = open.Pop();
            var answer = Operations(block).Select(operation => Of(graph, operation, depth)).DefaultIfEmpty(FilterAnswer.NeverCalls).Max();
            if (answer == FilterAnswer.MayRefuse)
            {
                return answer;
            }

            calls |= answer == FilterAnswer.AlwaysCalls;
            leaves |= answer == FilterAnswer.NeverCalls && IsLeft(block);
            foreach (var next in answer == FilterAnswer.NeverCalls ? Next(block) : Enumerable.Empty<BasicBlock>())
            {
                if (seen.Add(next.Ordinal))
                {
                    open.Push(next);
                }
            }
        }

        return !calls ? FilterAnswer.NeverCalls : leaves ? FilterAnswer.MayRefuse : FilterAnswer.AlwaysCalls;
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block)
    {
        var all = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
        return all.SelectMany(operation => operation.DescendantsAndSelf());
    }

    private static IEnumerable<BasicBlock> Next(BasicBlock block) =>
        new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }.OfType<BasicBlock>();

    /// <summary>True for the end, and for what throws: the call is not made then. That something was not given is a mistake of the caller, no refusal.</summary>
    private static bool IsLeft(BasicBlock block) =>
        block.Kind == BasicBlockKind.Exit
        || (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw } && !IsMistake(block.BranchValue));

    private static bool IsMistake(IOperation? thrown) =>
        (thrown is IConversionOperation conversion ? conversion.Operand : thrown)?.Type is { Name: "ArgumentNullException" or "ArgumentException" };

    private FilterAnswer Of(ControlFlowGraph graph, IOperation operation, int depth) => operation switch
    {
        IFlowAnonymousFunctionOperation function when depth < MaxDepth =>
            Of(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), depth + 1) == FilterAnswer.NeverCalls
                ? FilterAnswer.NeverCalls : FilterAnswer.AlwaysCalls,
        IInvocationOperation call when MakesCall(call) => FilterAnswer.AlwaysCalls,
        IInvocationOperation call when call.Arguments.Any(IsHandedOn) => OfHelper(graph, call, depth),
        _ => FilterAnswer.NeverCalls,
    };

    /// <summary>The rest of the pipeline, the tool itself, or what a base class of a library does by default.</summary>
    private bool MakesCall(IInvocationOperation call) =>
        (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && TakesContext(call.Instance?.Type))
        || engine.Knowledge.RolesOf(call.TargetMethod).Any(entry => entry.Role == Role.EffectTool)
        || (call is { IsVirtual: false, Instance: IInstanceReferenceOperation } && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && call.Arguments.Any(argument => IsContext(argument.Parameter?.Type)));

    private bool TakesContext(ITypeSymbol? type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { } invoked } && invoked.Parameters.Any(parameter => IsContext(parameter.Type));

    private bool IsHandedOn(IArgumentOperation argument) => IsContext(argument.Parameter?.Type) || TakesContext(argument.Parameter?.Type);

    private FilterAnswer OfHelper(ControlFlowGraph graph, IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var body = depth >= MaxDepth ? null
            : method.MethodKind == MethodKind.LocalFunction ? Local(graph, method)
            : engine.Members.Targets(method, cancellation) is { Length: 1 } targets ? engine.Bodies.Graph(targets[0], cancellation) : null;
        return body is not null ? Of(body, depth + 1)
            : call.Arguments.Any(argument => TakesContext(argument.Parameter?.Type)) ? FilterAnswer.AlwaysCalls : FilterAnswer.NeverCalls;
    }

    private ControlFlowGraph? Local(ControlFlowGraph graph, IMethodSymbol function)
    {
        for (var at = graph; at is not null; at = at.Parent)
        {
            if (at.LocalFunctions.Contains(function))
            {
                return at.GetLocalFunctionControlFlowGraph(function, cancellation);
            }
        }

        return null;
    }

    /// <summary>A function's own graph and those of the functions inside it, with their parameters.</summary>
    public IEnumerable<(IMethodSymbol Function, ControlFlowGraph Graph, SyntaxNode? Lambda)> Functions(IMethodSymbol method)
    {
        var open = new Stack<(IMethodSymbol Function, ControlFlowGraph Graph, SyntaxNode? Lambda)>();
        if (engine.Bodies.Graph(method, cancellation) is { } whole)
        {
            open.Push((method, whole, null));
        }

        while (open.Count > 0)
        {
            var (function, graph, lambda) = open.Pop();
            yield return (function, graph, lambda);
            foreach (var local in graph.LocalFunctions)
            {
                open.Push((local, graph.GetLocalFunctionControlFlowGraph(local, cancellation), null));
            }

            foreach (var inner in graph.Blocks.SelectMany(Operations).OfType<IFlowAnonymousFunctionOperation>())
            {
                open.Push((inner.Symbol, graph.GetAnonymousFunctionControlFlowGraph(inner, cancellation), inner.Syntax));
            }
        }
    }
}
