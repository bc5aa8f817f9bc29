using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Whether what is called or handed over asks a person, through functions of this program.</summary>
internal static class PersonReach
{
    /// <summary>Functions that are looked at for one question.</summary>
    private const int MaxFunctions = 32;

    /// <param name="engine">The program.</param>
    /// <param name="operation">A call, or a function that is handed to one. Anything else asks nobody.</param>
    /// <param name="cancellation">Stops it.</param>
    public static bool Asks(Engine engine, IOperation operation, CancellationToken cancellation)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (var open = new Stack<IOperation>(Bodies(engine, operation, seen, cancellation)); open.Count > 0;)
        {
            foreach (var inner in PostOrder.Of(open.Pop()))
            {
                if (Flow.Loops.People.Asks(engine.Knowledge, inner))
                {
                    return true;
                }

                foreach (var body in Bodies(engine, inner, seen, cancellation))
                {
                    open.Push(body);
                }
            }
        }

        return false;
    }

    private static IEnumerable<IOperation> Bodies(Engine engine, IOperation operation, HashSet<IMethodSymbol> seen, CancellationToken cancellation) => operation switch
    {
        IFlowAnonymousFunctionOperation function when engine.Bodies.Model(function.Syntax.SyntaxTree)?.GetOperation(function.Syntax, cancellation) is { } lambda => new[] { lambda },
        IInvocationOperation call => Targets(engine, call.TargetMethod, cancellation).Where(target => seen.Count < MaxFunctions && seen.Add(target))
            .Select(target => FunctionBodies.Of(engine, target, cancellation)).OfType<IOperation>(),
        _ => Enumerable.Empty<IOperation>(),
    };

    private static IEnumerable<IMethodSymbol> Targets(Engine engine, IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind == MethodKind.LocalFunction ? new[] { method }
        : method.DeclaringSyntaxReferences.IsEmpty || !engine.Members.MayAsk(method, cancellation) ? Enumerable.Empty<IMethodSymbol>()
        : engine.Members.Targets(method, cancellation);
}
