using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// C# 14 extension blocks, which the Roslyn this project is compiled against does not know. A newer host hands out members of a
/// nameless type; the static method that implements them carries the name that entries use.
/// </summary>
internal static class ExtensionBlocks
{
    /// <summary><c>TypeKind.Extension</c> of newer hosts.</summary>
    private const TypeKind Extension = (TypeKind)14;

    private static readonly Func<IMethodSymbol, IMethodSymbol?>? Implementation = Reach();

    /// <summary>True for a member that is declared in an extension block.</summary>
    public static bool Contains(ISymbol symbol) => symbol.ContainingType?.TypeKind == Extension;

    /// <summary>The static method behind a member of an extension block; null if there is none or the host knows no blocks.</summary>
    public static IMethodSymbol? ImplementationOf(IMethodSymbol method) =>
        Contains(method) ? Implementation?.Invoke(method.OriginalDefinition) : null;

    /// <summary>The static class that names the member: the one around the block, or the containing type itself.</summary>
    public static INamedTypeSymbol? NamingType(ISymbol symbol) =>
        Contains(symbol) ? symbol.ContainingType.ContainingType : symbol.ContainingType;

    private static Func<IMethodSymbol, IMethodSymbol?>? Reach()
    {
        var getter = typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation")?.GetMethod;
        return getter is null
            ? null
            : (Func<IMethodSymbol, IMethodSymbol?>)getter.CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>));
    }
}
