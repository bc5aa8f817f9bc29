using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>What a constructor runs without saying so in its body: the initializers of its type, and a constructor of the base.</summary>
internal static class ConstructorRuns
{
    /// <summary>True for a constructor that hands on to another one, which it does not name.</summary>
    public static bool HandsOn(ISymbol member) =>
        Declaration(member) is ConstructorDeclarationSyntax { Initializer: not null } or TypeDeclarationSyntax { BaseList: not null };

    public static bool IsPrimary(ISymbol member) => Declaration(member) is TypeDeclarationSyntax;

    /// <summary>True for a field or property that something is assigned to where it is declared.</summary>
    public static bool IsInitialized(ISymbol member) =>
        member is IFieldSymbol { IsConst: false } or IPropertySymbol
        && member.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null });

    /// <summary>The initializers of its kind, in the order of the source, then the base constructor that is called unless another is named.</summary>
    public static IEnumerable<Descent> Of(IMethodSymbol constructor)
    {
        var written = (Declaration(constructor) as ConstructorDeclarationSyntax)?.Initializer;
        if (written?.ThisOrBaseKeyword.ValueText == "this")
        {
            return Enumerable.Empty<Descent>();
        }

        var initialized = constructor.ContainingType.GetMembers()
            .Where(member => member.IsStatic == constructor.IsStatic && IsInitialized(member))
            .Select(member => new Descent(member, At(member)))
            .OrderBy(descent => descent.At.Path, StringComparer.Ordinal).ThenBy(descent => descent.At.Start);
        return written is null && !constructor.IsStatic && Implied(constructor) is { } implied
            ? initialized.Append(new Descent(implied, At(constructor)))
            : initialized;
    }

    private static IMethodSymbol? Implied(IMethodSymbol constructor) =>
        constructor.ContainingType.BaseType?.OriginalDefinition is { DeclaringSyntaxReferences.IsEmpty: false } above
            ? above.InstanceConstructors.FirstOrDefault(each => each.Parameters.All(parameter => parameter.IsOptional))
            : null;

    private static SyntaxNode? Declaration(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { IsEmpty: false } references }
            ? references[0].GetSyntax() : null;

    private static SourceSpan At(ISymbol symbol)
    {
        var reference = symbol.DeclaringSyntaxReferences.FirstOrDefault() ?? symbol.ContainingType.DeclaringSyntaxReferences[0];
        return SourceSpan.Of(reference.SyntaxTree, reference.Span);
    }
}
