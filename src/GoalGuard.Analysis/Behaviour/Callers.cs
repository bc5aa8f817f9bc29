using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>The calls of a method in the compilation, found by the index.</summary>
internal static class Callers
{
    public static IEnumerable<(IInvocationOperation Call, ISymbol Member)> Of(Engine engine, IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var member in engine.Index.Mentioning(Words.Hash(method.Name)))
        {
            foreach (var symbol in engine.Members.Symbols(member, cancellation))
            {
                foreach (var operation in engine.Bodies.Operations(symbol, cancellation).SelectMany(body => body.Descendants()))
                {
                    if (operation is IInvocationOperation call && Calls(call.TargetMethod, method))
                    {
                        yield return (call, symbol);
                    }
                }
            }
        }
    }

    /// <summary>The method itself, or the member that it overrides or implements.</summary>
    private static bool Calls(IMethodSymbol called, IMethodSymbol method)
    {
        if (called.Name != method.Name)
        {
            return false;
        }

        for (var at = method; at is not null; at = at.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, at.OriginalDefinition))
            {
                return true;
            }
        }

        return called.ContainingType.TypeKind == TypeKind.Interface && method.ContainingType.FindImplementationForInterfaceMember(called) is { } implementation
            && SymbolEqualityComparer.Default.Equals(implementation, method);
    }
}
