using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>
/// What each member may bring about: the effects in its body and below what it calls in this compilation, level by level from the member down.
/// So each witness is a shortest one, of equal ones the first in the source; members that call each other are met once, and whoever is asked
/// first does not matter. What a member does by itself is read once per compilation. Nothing is done before the first question.
/// </summary>
internal sealed class ReachSolver(Engine engine)
{
    /// <summary>Members that are looked at for one answer.</summary>
    public const int MaxMembers = 2_000;

    /// <summary>Effects that one answer tells apart.</summary>
    public const int MaxEffects = 256;

    private readonly ConcurrentDictionary<ISymbol, ReachSummary> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, MemberEffects> _read = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Of a method, constructor or accessor; a field or property stands for its initializer, and a member without body for what implements it.
    /// </summary>
    public ReachSummary Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        return _known.TryGetValue(member, out var known) ? known
            : _known.GetOrAdd(member, Below(Roots(member, cancellation), cancellation));
    }

    /// <summary>A lambda or any other part of a body, in the member that it stands in.</summary>
    public ReachSummary Of(IOperation part, ISymbol member, CancellationToken cancellation)
    {
        var effects = MemberEffects.Of(engine, member, ImmutableArray.Create(part), cancellation);
        return Below(new[] { new Step(effects, Display(member), null, default) }, cancellation);
    }

    private static string Display(ISymbol member) => Types.Display((member as IMethodSymbol)?.AssociatedSymbol ?? member);

    private IEnumerable<Step> Roots(ISymbol member, CancellationToken cancellation)
    {
        var roots = member is IMethodSymbol { IsAbstract: true } method
            ? engine.Members.Implementations(method, cancellation)
            : new[] { member }.AsEnumerable();
        return roots.Select(root => new Step(Read(root, cancellation), Display(root), null, default) { Symbol = root });
    }

    private MemberEffects Read(ISymbol member, CancellationToken cancellation) =>
        _read.TryGetValue(member, out var known) ? known : _read.GetOrAdd(member, MemberEffects.Of(engine, member, cancellation));

    private ReachSummary Below(IEnumerable<Step> roots, CancellationToken cancellation)
    {
        var effects = ImmutableArray.CreateBuilder<ReachedEffect>();
        var open = new Queue<Step>(roots);
        var met = new HashSet<ISymbol>(open.Select(root => root.Symbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var seen = new HashSet<OwnEffect>();
        var isComplete = true;
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = open.Dequeue();
            foreach (var effect in step.Member.Effects.Where(seen.Add))
            {
                if (effects.Count == MaxEffects)
                {
                    return new ReachSummary(effects.ToImmutable(), false);
                }

                effects.Add(new ReachedEffect(
                    effect.Role, effect.Symbol, effect.Display, effect.Note, effect.IsMutating, step.PathTo(effect.Site)));
            }

            foreach (var below in step.Member.Below)
            {
                if (met.Count >= MaxMembers)
                {
                    isComplete &= met.Contains(below.Member);
                }
                else if (met.Add(below.Member))
                {
                    open.Enqueue(new Step(Read(below.Member, cancellation), Display(below.Member), step, below.At));
                }
            }
        }

        return effects.Count == 0 && isComplete ? ReachSummary.Empty : new ReachSummary(effects.ToImmutable(), isComplete);
    }

    /// <summary>A member on the way down, and where it was entered from.</summary>
    private sealed record Step(MemberEffects Member, string Display, Step? From, SourceSpan At)
    {
        public ISymbol? Symbol { get; init; }

        public ImmutableArray<ReachHop> PathTo(SourceSpan site)
        {
            var path = new Stack<ReachHop>();
            for (var (step, at) = (this, site); step is not null; at = step.At, step = step.From)
            {
                path.Push(new ReachHop(step.Display, at));
            }

            return path.ToImmutableArray();
        }
    }
}
