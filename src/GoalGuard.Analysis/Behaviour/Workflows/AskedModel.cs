using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>The first model call that a piece of work leads to.</summary>
internal static class AskedModel
{
    /// <summary>Members that are looked at for one call.</summary>
    private const int MaxMembers = 64;

    public static Origin? Of(Engine engine, NodeWork work, SourceSpan mention, CancellationToken cancellation)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>(work.Members.Where(member => engine.Members.AsksModel(member, cancellation) && seen.Add(member)));
        foreach (var lambda in work.Lambdas)
        {
            if (In(engine, PostOrder.Of(lambda), open, seen, cancellation) is { } asked)
            {
                return asked;
            }
        }

        while (open.Count > 0)
        {
            var operations = engine.Bodies.Operations(open.Dequeue(), cancellation).SelectMany(body => PostOrder.Of(body));
            if (In(engine, operations, open, seen, cancellation) is { } asked)
            {
                return asked;
            }
        }

        return work.Types.Where(type => IsModel(engine, type)).Select(type => new Origin(FactKind.ModelOutput, type.Name, mention)).FirstOrDefault();
    }

    private static Origin? In(Engine engine, IEnumerable<IOperation> operations, Queue<IMethodSymbol> open, HashSet<IMethodSymbol> seen, CancellationToken cancellation)
    {
        foreach (var call in operations.OfType<IInvocationOperation>())
        {
            var roles = engine.Knowledge.RolesOf(call.TargetMethod);
            var isInferred = roles.IsEmpty && engine.Models.IsInferredCall(call.TargetMethod, cancellation);
            if (isInferred || roles.Any(ModelOutputs.Asks))
            {
                return new Origin(FactKind.ModelOutput, Types.Display(call.TargetMethod), SourceSpan.Of(call.Syntax), Inferred: isInferred);
            }

            foreach (var target in engine.Members.Targets(call.TargetMethod, cancellation))
            {
                if (seen.Count < MaxMembers && engine.Members.AsksModel(target, cancellation) && seen.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return null;
    }

    /// <summary>True for a type of a library that is a model or an agent: some member of it asks one.</summary>
    private static bool IsModel(Engine engine, INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers().OfType<IMethodSymbol>().Any(method => engine.Knowledge.RolesOf(method).Any(ModelOutputs.Asks)))
            {
                return true;
            }
        }

        return false;
    }
}
