using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>
/// What bounds the rounds of a cycle of edges: a number that its nodes move and compare with something that stays, or a node that waits for somebody. A graph is
/// run by its framework, so which way each comparison leads is not looked at.
/// </summary>
internal static class NodeBounds
{
    public static ImmutableArray<BoundFact> Of(
        Engine engine, IReadOnlyCollection<NodeWork> nodes, IEnumerable<IOperation> conditions, SourceSpan header, CancellationToken cancellation)
    {
        var operations = nodes.SelectMany(node => node.Lambdas.Concat(node.Members.SelectMany(member => engine.Bodies.Operations(member, cancellation))))
            .Concat(conditions).SelectMany(body => PostOrder.Of(body)).ToList();
        var changes = operations.SelectMany(Changes.Of).Where(change => change.Motion is Motion.Up or Motion.Down);
        var moved = new HashSet<ISymbol>(changes.Select(change => change.Variable).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var counted = from comparison in operations.OfType<IBinaryOperation>()
                      where IsOrder(comparison.OperatorKind)
                      where IsCounted(comparison.LeftOperand, comparison.RightOperand, moved) || IsCounted(comparison.RightOperand, comparison.LeftOperand, moved)
                      select new BoundFact(BoundKind.Counter, LimitKind.None, SourceSpan.Of(comparison.Syntax), false);
        return nodes.Any(node => Waits(engine, node, cancellation))
            ? ImmutableArray.Create(new BoundFact(BoundKind.Person, LimitKind.None, header, false))
            : counted.Distinct().ToImmutableArray();
    }

    private static bool IsOrder(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static bool IsCounted(IOperation counter, IOperation limit, HashSet<ISymbol> moved) =>
        Symbols.Of(Counted(counter)) is { } symbol && moved.Contains(symbol) && !(Symbols.Of(limit) is { } other && moved.Contains(other));

    /// <summary><c>++attempts &gt;= 3</c>.</summary>
    private static IOperation Counted(IOperation operand) => Symbols.Plain(operand) is IIncrementOrDecrementOperation step ? step.Target : operand;

    private static bool Waits(Engine engine, NodeWork node, CancellationToken cancellation) =>
        node.Types.Any(type => engine.Knowledge.TypeRolesOf(type).Any(entry => entry is { Role: Role.Approval, Note: "person" }))
        || node.Members.Any(member => engine.Members.MayAsk(member, cancellation));
}
