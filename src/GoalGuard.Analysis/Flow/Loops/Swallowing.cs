using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Whether a loop catches cancellation and goes on.</summary>
internal static class Swallowing
{
    private const string Cancellation = "System.OperationCanceledException";

    /// <summary>True if cancellation that is thrown at this node comes to a handler that belongs to the loop.</summary>
    public static bool IsIn(Loop loop, FlowNode node)
    {
        for (var region = node.Block?.EnclosingRegion; region is not { Kind: ControlFlowRegionKind.Root } && region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind != ControlFlowRegionKind.Try || outer.Kind != ControlFlowRegionKind.TryAndCatch)
            {
                continue;
            }

            foreach (var handler in outer.NestedRegions.Where(each => each != region && Handlers.Takes(each, Cancellation)))
            {
                if (!LetsPass(loop, handler))
                {
                    return Body(handler) is { } body && loop.Contains(loop.Graph.Source.Blocks[body.FirstBlockOrdinal]);
                }
            }
        }

        return false;
    }

    /// <summary>The block that runs when the filter agreed.</summary>
    private static ControlFlowRegion? Body(ControlFlowRegion handler) => handler.Kind == ControlFlowRegionKind.FilterAndHandler
        ? handler.NestedRegions.FirstOrDefault(region => region.Kind == ControlFlowRegionKind.Catch)
        : handler;

    /// <summary>A filter that speaks of cancellation with a no: <c>when (e is not OperationCanceledException)</c>, <c>when (!token.IsCancellationRequested)</c>.</summary>
    private static bool LetsPass(Loop loop, ControlFlowRegion handler)
    {
        if (handler.Kind != ControlFlowRegionKind.FilterAndHandler)
        {
            return false;
        }

        var filter = loop.Graph.Source.Blocks.Where(block => handler.FirstBlockOrdinal <= block.Ordinal && block.Ordinal <= handler.LastBlockOrdinal)
            .Select(block => block.BranchValue?.Syntax.FirstAncestorOrSelf<CatchFilterClauseSyntax>()).FirstOrDefault(clause => clause is not null);
        var text = filter?.FilterExpression.ToString() ?? "";
        return (text.Contains("CanceledException") && (text.Contains("is not") || text.Contains("!("))) || (text.Contains("IsCancellationRequested") && text.Contains("!"));
    }
}
