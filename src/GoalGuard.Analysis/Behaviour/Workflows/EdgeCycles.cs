using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using LoopKind = GoalGuard.Analysis.Flow.Rounds.LoopKind;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>
/// Graphs of steps that lead back to where they were, and ask a model on the way: each edge that closes a cycle is a loop, whose rounds a framework runs.
/// </summary>
internal static class EdgeCycles
{
    /// <summary>Edges of one member that are looked at.</summary>
    private const int MaxEdges = 256;

    public static IEnumerable<LoopFact> In(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        var operations = engine.Bodies.Operations(member, cancellation).SelectMany(body => PostOrder.Of(body)).ToImmutableArray();
        var edges = WorkflowEdge.In(engine, operations).Take(MaxEdges).ToImmutableArray();
        var calls = new HashSet<IOperation>(edges.Select(edge => edge.Call));
        for (var last = 0; last < edges.Length; last++)
        {
            var cycle = Cycle(edges, last);
            if (!cycle.IsEmpty && Fact(engine, cycle, operations, calls, cancellation) is { } fact)
            {
                yield return fact;
            }
        }
    }

    /// <summary>The edge, and the shortest way back by those that are written before it; empty if there is none.</summary>
    private static ImmutableArray<WorkflowEdge> Cycle(ImmutableArray<WorkflowEdge> edges, int last)
    {
        var before = new Dictionary<WorkflowNode, WorkflowEdge?> { [edges[last].To] = null };
        for (var open = new Queue<WorkflowNode>(before.Keys); open.Count > 0;)
        {
            var at = open.Dequeue();
            if (at.Equals(edges[last].From))
            {
                var way = ImmutableArray.CreateBuilder<WorkflowEdge>();
                way.Add(edges[last]);
                for (var edge = before[at]; edge is not null; edge = before[edge.From])
                {
                    way.Add(edge);
                }

                return way.ToImmutable();
            }

            foreach (var edge in edges.Take(last).Where(edge => edge.From.Equals(at) && !before.ContainsKey(edge.To)))
            {
                before[edge.To] = edge;
                open.Enqueue(edge.To);
            }
        }

        return ImmutableArray<WorkflowEdge>.Empty;
    }

    private static LoopFact? Fact(
        Engine engine, ImmutableArray<WorkflowEdge> cycle, ImmutableArray<IOperation> operations, ISet<IOperation> calls, CancellationToken cancellation)
    {
        var header = Header(cycle[0].Call);
        var nodes = cycle.Select(edge => NodeWork.Of(engine, edge.To, operations, calls, cancellation)).ToList();
        var asked = nodes.Select((node, i) => AskedModel.Of(engine, node, SourceSpan.Of(cycle[i].To.Mention.Syntax), cancellation)).OfType<Origin>().ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var conditions = cycle.SelectMany(edge => edge.Call.Arguments).Select(argument => (IOperation)argument);
        return new LoopFact(
            LoopKind.Edges, header, asked.Select(origin => new ModelUse(origin, FactSet.Empty, header)).ToImmutableArray(), asked.Distinct().ToImmutableArray(),
            ImmutableArray<DecidingFact>.Empty, NodeBounds.Of(engine, nodes, conditions, header, cancellation), ImmutableArray<BoundFact>.Empty)
        {
            Members = nodes.SelectMany(node => node.Members).ToImmutableArray(),
        };
    }

    /// <summary>The call from its name on: what is written before it in one chain are other edges.</summary>
    private static SourceSpan Header(IInvocationOperation call)
    {
        var name = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } after } }
            ? after.SpanStart : call.Syntax.SpanStart;
        return SourceSpan.Of(call.Syntax.SyntaxTree, TextSpan.FromBounds(name, call.Syntax.Span.End));
    }
}
