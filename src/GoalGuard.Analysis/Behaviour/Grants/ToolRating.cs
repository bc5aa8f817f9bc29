using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>An effect that a model may bring about by calling a tool.</summary>
/// <param name="Effect">The effect, with one way there.</param>
/// <param name="IsLimited">True if the model cannot say much about it: bound parameters, a constant host, a constant target.</param>
public sealed record RatedEffect(ReachedEffect Effect, bool IsLimited);

/// <summary>What a tool may bring about that nobody approves and nothing confines.</summary>
internal static class ToolRating
{
    /// <summary>What makes an effect harmless whoever calls.</summary>
    private const Guard Harmless = Guard.Approved | Guard.Sandboxed | Guard.AllowListed | Guard.Confined | Guard.FileName | Guard.Matched;

    /// <summary>What leaves the model only a part of the target.</summary>
    private const Guard Limiting = Guard.HostFixed | Guard.HostChecked | Guard.AllowedVerb;

    public static ImmutableArray<RatedEffect> Of(Engine engine, Origin tool, CancellationToken cancellation)
    {
        var rated = ImmutableArray.CreateBuilder<RatedEffect>();
        foreach (var (reach, result) in Bodies(engine, tool.Site, cancellation))
        {
            foreach (var effect in reach.Effects.Where(effect => effect.IsMutating && !rated.Any(known => known.Effect.Site == effect.Site)))
            {
                if (Rate(effect, result) is { } isLimited)
                {
                    rated.Add(new RatedEffect(effect, isLimited));
                }
            }
        }

        return rated.ToImmutable();
    }

    /// <summary>Null if the effect is harmless.</summary>
    private static bool? Rate(ReachedEffect effect, MethodResult result)
    {
        var first = effect.Path[0].At;
        var site = result.ToolSites.FirstOrDefault(site => site.At == first);
        if (site is { IsApproved: true })
        {
            return null;
        }

        var facts = result.Findings.Where(finding => finding.Act.Site == effect.Site).SelectMany(finding => finding.Facts.Facts).ToList();
        if (facts.Count > 0)
        {
            return facts.All(fact => (fact.Guards & Harmless) != Guard.None) ? null : facts.All(fact => (fact.Guards & (Harmless | Limiting)) != Guard.None);
        }

        return site is not { IsFed: true } || effect.Role is Role.EffectSql or Role.EffectNetwork;
    }

    /// <summary>The bodies that run when the tool is called, each with what it may reach and what the walk knows of it.</summary>
    private static IEnumerable<(ReachSummary Reach, MethodResult Result)> Bodies(Engine engine, SourceSpan body, CancellationToken cancellation)
    {
        var tree = engine.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == body.Path);
        if (tree is null || engine.Bodies.Model(tree) is not { } model)
        {
            yield break;
        }

        var node = tree.GetRoot(cancellation).FindNode(new Microsoft.CodeAnalysis.Text.TextSpan(body.Start, body.Length), getInnermostNodeForTie: true);
        if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        {
            if (model.GetOperation(node, cancellation) is { } part && Around(model, node, cancellation) is { } member)
            {
                yield return (engine.Reach.Of(part, member, cancellation), engine.Analyse(member, cancellation));
            }

            yield break;
        }

        var methods = model.GetDeclaredSymbol(node, cancellation) switch
        {
            INamedTypeSymbol type => ToolObjects.Bodies(engine, type),
            IMethodSymbol method => new[] { method },
            _ => Enumerable.Empty<IMethodSymbol>(),
        };
        foreach (var method in methods)
        {
            yield return (engine.Reach.Of(method, cancellation), engine.Analyse(method, cancellation));
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
