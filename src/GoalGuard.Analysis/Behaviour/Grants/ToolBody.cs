using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>A body that runs when a tool is called.</summary>
/// <param name="Reach">What it may bring about.</param>
/// <param name="Result">What the walk knows of it; null if it is out of sight.</param>
internal sealed record ToolBody(ReachSummary Reach, MethodResult? Result)
{
    /// <summary>The bodies of a tool, found by the place that its fact names.</summary>
    public static IEnumerable<ToolBody> Of(Engine engine, Origin tool, CancellationToken cancellation)
    {
        var tree = engine.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == tool.Site.Path);
        if (tree is null || engine.Bodies.Model(tree) is not { } model)
        {
            return Enumerable.Empty<ToolBody>();
        }

        var node = tree.GetRoot(cancellation).FindNode(new TextSpan(tool.Site.Start, tool.Site.Length), getInnermostNodeForTie: true);
        if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        {
            return OfPart(engine, model, node, cancellation);
        }

        return model.GetDeclaredSymbol(node, cancellation) switch
        {
            INamedTypeSymbol type => OfType(engine, type, cancellation),
            IMethodSymbol method => new[] { Of(engine, method, cancellation) },
            _ when engine.Compilation.GetTypeByMetadataName(tool.Name) is { } outside => new[] { new ToolBody(LibraryTools.Reach(engine, outside, tool.Site), null) },
            _ => OfPart(engine, model, node, cancellation),
        };
    }

    /// <summary>A lambda or local function, or the branch in which the program carries out a call that it dispatches itself.</summary>
    private static IEnumerable<ToolBody> OfPart(Engine engine, SemanticModel model, SyntaxNode node, CancellationToken cancellation) =>
        model.GetOperation(node, cancellation) is { } part && Around(model, node, cancellation) is { } member
            ? new[] { new ToolBody(engine.Reach.Of(part, member, cancellation), engine.Analyse(member, cancellation)) }
            : Enumerable.Empty<ToolBody>();

    public static ToolBody Of(Engine engine, IMethodSymbol method, CancellationToken cancellation) => new(engine.Reach.Of(method, cancellation), engine.Analyse(method, cancellation));

    /// <summary>A tool that hands on to one which it made for itself, of a method of its own, has that one's effects.</summary>
    private static IEnumerable<ToolBody> OfType(Engine engine, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var handsOn = false;
        foreach (var method in ToolObjects.Bodies(engine, type))
        {
            var body = Of(engine, method, cancellation);
            handsOn |= body.Reach.Effects.Any(effect => effect.Role == Role.EffectTool);
            yield return body;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => handsOn && !engine.Tools.IsDeclaredTool(method) && engine.Tools.IsKnownTool(method, cancellation)))
        {
            yield return Of(engine, method, cancellation);
        }
    }

    /// <summary>The member that a lambda or local function stands in.</summary>
    private static ISymbol? Around(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }
}
