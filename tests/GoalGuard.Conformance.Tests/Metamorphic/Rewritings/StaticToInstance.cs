using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Static classes and methods belong to an object, which whoever names the type makes anew.</summary>
internal sealed class StaticToInstance : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var type in root.DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            edits.RemoveStatic(type.Modifiers);
            foreach (var method in type.Members.OfType<MethodDeclarationSyntax>().Where(method => CanMove(model.GetDeclaredSymbol(method))))
            {
                edits.RemoveStatic(method.Modifiers);
            }
        }

        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method && CanMove(method))
            {
                Qualify(edits, name, method, model);
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    private static bool CanMove(IMethodSymbol? method) =>
        method is { IsStatic: true, IsExtensionMethod: false, MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false }
        && method.Locations.Any(location => location.IsInSource) && method.Name != "Main"
        && method.ContainingType is { TypeKind: TypeKind.Class, TypeParameters.IsEmpty: true } type
        && (type.IsStatic || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty));

    private static void Qualify(Edits edits, SimpleNameSyntax name, IMethodSymbol method, SemanticModel model)
    {
        var maker = $"new {Shapes.Display(method.ContainingType)}()";
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            edits.Replace(access.Expression, maker);
        }
        else if (name.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member && !HasThis(member, model))
        {
            edits.Insert(name.SpanStart, maker + ".");
        }
    }

    /// <summary>True where, after the rewriting, an object is at hand.</summary>
    private static bool HasThis(MemberDeclarationSyntax member, SemanticModel model) =>
        member is MethodDeclarationSyntax method && model.GetDeclaredSymbol(method) is { } symbol && (!symbol.IsStatic || CanMove(symbol))
        || member is ConstructorDeclarationSyntax;
}

internal static class StaticEdits
{
    public static void RemoveStatic(this Edits edits, SyntaxTokenList modifiers)
    {
        foreach (var modifier in modifiers.Where(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)))
        {
            edits.Replace(modifier, "");
        }
    }
}
