using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Tokens that a loop asks, and tokens that it only has.</summary>
internal static class TokenChecks
{
    public static IEnumerable<Candidate> Of(LoopContext context) => Asked(context).Concat(Thrown(context));

    /// <summary>Tokens that are handed on in the loop, for whatever it is worth to whoever gets them.</summary>
    public static IEnumerable<NearMiss> Passed(LoopContext context)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (node, operation) in context.Operations())
        {
            if (operation is IArgumentOperation { Value: { } value } && TokenSources.IsToken(value.Type))
            {
                var facts = TokenSources.Of(context, value);
                if (facts is { Spoiled: null, Variable: { } variable } && seen.Add(variable))
                {
                    var reason = Swallowing.IsIn(context.Loop, node) ? NearMissReason.CancellationSwallowed : NearMissReason.TokenOnlyPassed;
                    yield return new NearMiss(facts.Kind, reason, value, variable);
                }
            }
        }
    }

    /// <summary>An exit that is taken when <c>IsCancellationRequested</c>.</summary>
    private static IEnumerable<Candidate> Asked(LoopContext context)
    {
        foreach (var exit in context.Loop.Exits)
        {
            if (exit.Condition is { } condition && exit.Edge.Outcome is { } outcome && Requested(context, condition, outcome) is { } token)
            {
                var facts = TokenSources.Of(context, token);
                yield return new Candidate(context.Loop.Graph.Nodes[exit.Edge.From], new Bound(facts.Kind, condition, facts.Variable), facts.Spoiled);
            }
        }
    }

    private static IOperation? Requested(LoopContext context, IOperation condition, bool outcome)
    {
        condition = Symbols.Plain(condition);
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, outcome) = (Symbols.Plain(not.Operand), !outcome);
        }

        condition = condition is ILocalReferenceOperation local && context.OnlyValue(local.Local) is { } named ? Symbols.Plain(named) : condition;
        return outcome && condition is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested", Instance: { } token } && TokenSources.IsTokenOrSource(token.Type)
            ? token
            : null;
    }

    private static IEnumerable<Candidate> Thrown(LoopContext context)
    {
        foreach (var (node, operation) in context.Operations())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested", Instance: { } token } call && TokenSources.IsToken(token.Type))
            {
                var facts = TokenSources.Of(context, token);
                var spoiled = facts.Spoiled ?? (Swallowing.IsIn(context.Loop, node) ? NearMissReason.CancellationSwallowed : null);
                yield return new Candidate(node, new Bound(facts.Kind, call, facts.Variable), spoiled);
            }
        }
    }
}
