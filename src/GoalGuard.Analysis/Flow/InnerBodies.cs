using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>Lambdas, local functions and methods by where they are written, as summaries know them, and the graphs of those that stand inside a member.</summary>
internal static class InnerBodies
{
    /// <summary>The method that is written there; null if none is, or if several files are called like that.</summary>
    public static IMethodSymbol? At(Bodies bodies, SourceSpan span, CancellationToken cancellation)
    {
        var trees = bodies.Compilation.SyntaxTrees.Where(tree => tree.FilePath == span.Path).Take(2).ToList();
        if (trees.Count != 1 || bodies.Model(trees[0]) is not { } model)
        {
            return null;
        }

        var at = new Microsoft.CodeAnalysis.Text.TextSpan(span.Start, span.Length);
        var root = trees[0].GetRoot(cancellation);
        return root.FullSpan.Contains(at)
            ? root.FindNode(at, getInnermostNodeForTie: true).AncestorsAndSelf().TakeWhile(node => node.Span == at)
                .Select(node => Method(node, model, cancellation)).FirstOrDefault(method => method is not null)
            : null;
    }

    private static IMethodSymbol? Method(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellation).Symbol as IMethodSymbol,
        LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax => model.GetDeclaredSymbol(node, cancellation) as IMethodSymbol,
        _ => null,
    };

    /// <summary>The graph of a lambda or local function, found below that of the member around it.</summary>
    public static ControlFlowGraph? Graph(Bodies bodies, IMethodSymbol method, CancellationToken cancellation)
    {
        ISymbol? around = method;
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            around = around.ContainingSymbol;
        }

        var open = new Stack<ControlFlowGraph>();
        if (around is not null && bodies.Graph(around, cancellation) is { } whole)
        {
            open.Push(whole);
        }

        while (open.Count > 0)
        {
            var graph = open.Pop();
            foreach (var (inner, its) in Inner(graph, cancellation))
            {
                if (SymbolEqualityComparer.Default.Equals(inner, method))
                {
                    return its;
                }

                open.Push(its);
            }
        }

        return null;
    }

    private static IEnumerable<(IMethodSymbol Method, ControlFlowGraph Graph)> Inner(ControlFlowGraph graph, CancellationToken cancellation)
    {
        foreach (var local in graph.LocalFunctions)
        {
            yield return (local, graph.GetLocalFunctionControlFlowGraph(local, cancellation));
        }

        foreach (var lambda in graph.Blocks.SelectMany(Operations).OfType<IFlowAnonymousFunctionOperation>())
        {
            yield return (lambda.Symbol, graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
        }
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is { } value ? new[] { value } : Array.Empty<IOperation>())
            .SelectMany(operation => PostOrder.Of(operation).AsEnumerable());
}
