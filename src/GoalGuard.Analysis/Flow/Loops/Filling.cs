using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>The collections that calls of the program's own members put something into.</summary>
/// <param name="bodies">What runs in a call.</param>
internal sealed class Filling(Func<IInvocationOperation, IEnumerable<IOperation>> bodies)
{
    /// <summary>Members that are looked at for one call.</summary>
    private const int MaxMembers = 16;

    /// <summary>What the call is handed, as <paramref name="holder"/> names it, and what fields and properties hold.</summary>
    public IEnumerable<ISymbol> Of(IInvocationOperation call, Func<IOperation?, ISymbol?> holder)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IInvocationOperation>();
        Open(call);
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            foreach (var inner in bodies(at).SelectMany(body => PostOrder.Of(body)).OfType<IInvocationOperation>())
            {
                Open(inner);
                if (CollectionMembers.Effect(inner) == Motion.Up && Filled(CollectionMembers.Holder(inner.Instance), at == call) is { } filled)
                {
                    yield return filled;
                }
            }
        }

        void Open(IInvocationOperation next)
        {
            if (!next.TargetMethod.DeclaringSyntaxReferences.IsEmpty && seen.Count < MaxMembers && seen.Add(next.TargetMethod))
            {
                open.Enqueue(next);
            }
        }

        ISymbol? Filled(ISymbol? collection, bool isHanded) => collection switch
        {
            IFieldSymbol or IPropertySymbol => collection,
            IParameterSymbol parameter when isHanded =>
                call.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Select(argument => holder(argument.Value)).FirstOrDefault(),
            _ => null,
        };
    }
}
