using System.Reflection;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>Symbol → the words of an id.</summary>
internal static class SymbolNames
{
    /// <summary>Full name with arity, nested types joined by dots, as in ids.</summary>
    public static string TypeId(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "." + name;
        }

        var space = type.ContainingNamespace;
        return space is null || space.IsGlobalNamespace ? name : space.ToDisplayString() + "." + name;
    }

    public static string MemberName(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "#ctor",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => "#cctor",
        IPropertySymbol property => property.MetadataName,
        _ => symbol.Name,
    };

    public static char Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => 'M',
        IPropertySymbol => 'P',
        IFieldSymbol => 'F',
        IEventSymbol => 'E',
        _ => 'T',
    };

    /// <summary>The text between the parentheses of the symbol's id; empty if there are none.</summary>
    public static string Parameters(ISymbol symbol)
    {
        var id = symbol.GetDocumentationCommentId() ?? "";
        var open = id.IndexOf('(');
        var close = id.LastIndexOf(')');
        return open < 0 || close < open ? "" : id.Substring(open + 1, close - open - 1);
    }

    // Roslyn 5 gives the static method behind a member of an extension block; older ones never show such members.
    private static readonly PropertyInfo? Implementation = typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation");

    /// <summary>The symbol that ids name: the definition, unreduced, of an extension block's member the static method behind it.</summary>
    public static ISymbol Definition(ISymbol symbol)
    {
        if (symbol is IMethodSymbol method)
        {
            method = (method.ReducedFrom ?? method).OriginalDefinition;
            return method.ContainingType is { Name: "" } && Implementation?.GetValue(method) is IMethodSymbol implementation
                ? implementation.OriginalDefinition
                : method;
        }

        return symbol.OriginalDefinition;
    }
}
