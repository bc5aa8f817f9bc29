using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// What was found out about single members, kept as long as their tree is and declarations elsewhere stay the same: an edit inside a body costs
/// the members of one tree.
/// </summary>
internal sealed class SketchBook(Engine engine)
{
    private static readonly ConditionalWeakTable<SyntaxTree, Page> Pages = new();

    /// <summary>Stands for all that bodies can bind to.</summary>
    public ulong Declarations { get; } = Combine(engine.Index.Declarations + (engine.Index.CountsNumbers ? 2UL : 0), engine.Compilation);

    private sealed class Page(KnowledgeBase knowledge, ulong declarations)
    {
        public ConcurrentDictionary<int, Sketch> Sketches { get; } = new();

        public ConcurrentDictionary<int, ImmutableArray<HandOver>> HandOvers { get; } = new();

        public bool Fits(KnowledgeBase other, ulong stamp) => ReferenceEquals(knowledge, other) && declarations == stamp;
    }

    public Sketch Of(IndexedMember member, CancellationToken cancellation)
    {
        var sketches = For(member.Tree).Sketches;
        return sketches.TryGetValue(member.Ordinal, out var known) ? known : sketches.GetOrAdd(member.Ordinal, Sketcher.Of(engine, member, cancellation));
    }

    /// <summary>The methods that the member hands to a factory of tools.</summary>
    public ImmutableArray<HandOver> HandOversOf(IndexedMember member, CancellationToken cancellation)
    {
        var handOvers = For(member.Tree).HandOvers;
        return handOvers.TryGetValue(member.Ordinal, out var known) ? known : handOvers.GetOrAdd(member.Ordinal, HandOver.In(engine, member, cancellation).ToImmutableArray());
    }

    private Page For(SyntaxTree tree)
    {
        if (Pages.TryGetValue(tree, out var known) && known.Fits(engine.Knowledge, Declarations))
        {
            return known;
        }

        lock (Pages)
        {
            if (Pages.TryGetValue(tree, out known) && known.Fits(engine.Knowledge, Declarations))
            {
                return known;
            }

            Pages.Remove(tree);
            known = new Page(engine.Knowledge, Declarations);
            Pages.Add(tree, known);
            return known;
        }
    }

    private static ulong Combine(ulong declarations, Compilation compilation)
    {
        foreach (var reference in compilation.References)
        {
            declarations = (declarations * 31) + (ulong)RuntimeHelpers.GetHashCode(reference);
        }

        return declarations;
    }
}
