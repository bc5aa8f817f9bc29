using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>The names that documentation ids use, read off symbols.</summary>
internal static class SymbolNames
{
    /// <summary>Base types and interfaces are asked for again and again, and building an id walks all its namespaces.</summary>
    private static readonly ConditionalWeakTable<ITypeSymbol, string> TypeNames = new();

    /// <summary>The name that an id uses for the member: <c>#ctor</c> for constructors, <c>Item</c> for indexers.</summary>
    public static string OfMember(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "#ctor",
        IPropertySymbol { IsIndexer: true } property => property.MetadataName,
        _ => member.Name,
    };

    /// <summary>The simple name of an explicit implementation is that of the interface's member.</summary>
    public static string LastPart(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name.Substring(dot + 1);
    }

    /// <summary>Full name with arity, nested types joined by dots: the id of the type without <c>T:</c>.</summary>
    public static string OfType(ITypeSymbol type) => TypeNames.GetValue(type.OriginalDefinition, Build);

    /// <summary>What stands between the parentheses of the member's id; empty without parameters.</summary>
    public static string Parameters(ISymbol member)
    {
        var id = member.OriginalDefinition.GetDocumentationCommentId() ?? "";
        var open = id.IndexOf('(');
        var close = id.LastIndexOf(')');
        return open < 0 || close < open ? "" : id.Substring(open + 1, close - open - 1);
    }

    /// <summary>What stands behind the tilde of a conversion's id.</summary>
    public static string Returned(string id)
    {
        var tilde = id.LastIndexOf('~');
        return tilde < 0 ? "" : id.Substring(tilde + 1);
    }

    private static string Build(ITypeSymbol type)
    {
        var id = type.GetDocumentationCommentId();
        return id is { Length: > 2 } && id[1] == ':' ? id.Substring(2) : type.MetadataName;
    }
}
