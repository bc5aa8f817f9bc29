using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>
/// Locals become private fields of their type. The same for a program whose objects are used by one caller at a time, as these are.
/// </summary>
internal sealed class LocalToField : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model) => Move(root, model, "private {0}{1} {2} = default!;\n");

    /// <summary>Declares a member after <paramref name="declaration"/> for each local: modifiers, type, name.</summary>
    internal static string Move(CompilationUnitSyntax root, SemanticModel model, string declaration)
    {
        var edits = new Edits();
        var number = 0;
        foreach (var statement in root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (CanMove(statement, model, out var local, out var owner))
            {
                var name = $"kept{++number}";
                var isStatic = owner.Modifiers.Any(SyntaxKind.StaticKeyword);
                var type = (TypeDeclarationSyntax)owner.Parent!;
                edits.Insert(type.CloseBraceToken.SpanStart, string.Format(null, declaration, isStatic ? "static " : "", Shapes.Display(local.Type), name));
                edits.Replace(TextSpan.FromBounds(statement.SpanStart, statement.Declaration.Variables[0].Identifier.Span.End), name);
                foreach (var use in owner.DescendantNodes().OfType<IdentifierNameSyntax>())
                {
                    if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, local))
                    {
                        edits.Replace(use, name);
                    }
                }
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    /// <summary>One variable with a value, not disposed of at the end, directly in a method of a class.</summary>
    private static bool CanMove(LocalDeclarationStatementSyntax statement, SemanticModel model, out ILocalSymbol local, out MethodDeclarationSyntax owner)
    {
        local = null!;
        owner = null!;
        if (!statement.UsingKeyword.Span.IsEmpty || statement.IsConst || statement.Declaration.Variables is not [{ Initializer: not null } variable]
            || Shapes.Owner(statement) is not MethodDeclarationSyntax { Parent: ClassDeclarationSyntax { OpenBraceToken.Span.IsEmpty: false } } method
            || model.GetDeclaredSymbol(variable) is not ILocalSymbol { RefKind: RefKind.None } symbol
            || !Shapes.CanBeNamed(symbol.Type) || symbol.Type.IsRefLikeType)
        {
            return false;
        }

        (local, owner) = (symbol, method);
        return true;
    }
}
