using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What the search for bounds of one loop shares.</summary>
internal sealed class LoopContext(Loop loop, Definitions definitions, KnowledgeBase knowledge, Func<IOperation, bool>? asksPerson = null, Filling? filling = null)
{
    /// <summary>How far expressions and definitions are followed; limits and clocks stand within a few steps.</summary>
    public const int MaxDepth = 24;

    public Loop Loop => loop;

    public Definitions Definitions => definitions;

    public KnowledgeBase Knowledge => knowledge;

    /// <summary>True for a call or a function that asks a person through others, as far as whoever looks at the loop can see them.</summary>
    public bool AsksThroughOthers(IOperation operation) => asksPerson is not null && asksPerson(operation);

    /// <summary>The places in the loop that change a variable.</summary>
    public ImmutableArray<Write> Writes(object variable) =>
        definitions.Of(variable).Where(write => loop.Contains(write.Node)).ToImmutableArray();

    /// <summary>True if a round puts something into the collection, itself or through what it calls.</summary>
    public bool Fills(ISymbol? collection) => collection is not null
        && (Writes(new ElementCount(collection)).Any(write => write.Motion == Motion.Up) || (filling is not null && FillsThroughOthers(collection, filling)));

    private bool FillsThroughOthers(ISymbol collection, Filling into) => Operations().Select(each => each.Operation).OfType<IInvocationOperation>()
        .Any(call => into.Of(call, CollectionMembers.Holder).Contains(collection, SymbolEqualityComparer.Default));

    /// <summary>The places in the member that do.</summary>
    public IReadOnlyList<Write> AllWrites(object variable) => definitions.Of(variable);

    /// <summary>The one expression that a variable or intermediate result stands for; null if there are several or none.</summary>
    public IOperation? OnlyValue(object variable) => definitions.Of(variable) is [{ Value: { } value }] && !definitions.IsChangedElsewhere(variable) ? value : null;

    public bool PassesEachRound(IEnumerable<FlowNode> nodes) => loop.PassesEachRound(nodes.Select(node => node.Index).ToImmutableHashSet());

    /// <summary>What is evaluated in the loop, with the node where.</summary>
    public IEnumerable<(FlowNode Node, IOperation Operation)> Operations()
    {
        foreach (var node in loop.Nodes)
        {
            foreach (var operation in node.Operations().SelectMany(root => PostOrder.Of(root)))
            {
                yield return (node, operation);
            }
        }
    }
}
