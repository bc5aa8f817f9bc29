using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>The loops around a member that is one of their rounds: a choice which it makes for one of them is reported there.</summary>
internal sealed class LoopsAbove(Engine engine, DiagnosticFactory factory, ISymbol member, CancellationToken cancellation)
{
    /// <summary>More calls of one member are not looked at.</summary>
    private const int MaxCalls = 8;

    private ImmutableArray<OuterLoops>? _loops;

    public bool Know(SourceSpan choice, Origin score) => (_loops ??= Find()).Any(loops => loops.Knows(choice, score));

    public bool Make(SourceSpan choice, Origin score) => (_loops ??= Find()).Any(loops => loops.Makes(choice, score));

    private ImmutableArray<OuterLoops> Find() => member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        ? ImmutableArray<OuterLoops>.Empty
        : Callers.Of(engine, method, cancellation).Take(MaxCalls).Select(call => call.Member).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()
            .SelectMany(caller => caller.DeclaringSyntaxReferences, (caller, declared) => Of(caller, declared.SyntaxTree)).ToImmutableArray();

    private OuterLoops Of(ISymbol caller, SyntaxTree tree)
    {
        var result = engine.Analyse(caller, cancellation);
        var loops = new OuterLoops(engine, factory);
        foreach (var _ in loops.Report(result.Loops, result.Findings, tree, caller, cancellation))
        {
            // Reported where the caller is analysed.
        }

        return loops;
    }
}
