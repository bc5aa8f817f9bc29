using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Private fields become automatic properties.</summary>
internal sealed class FieldToProperty : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var field in root.DescendantNodes().OfType<FieldDeclarationSyntax>())
        {
            if (field.Declaration.Variables is not [var variable] || !field.Modifiers.Any(SyntaxKind.PrivateKeyword) || field.Modifiers.Any(SyntaxKind.ConstKeyword))
            {
                continue;
            }

            var isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
            var modifiers = string.Join(' ', field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ReadOnlyKeyword)).Select(modifier => modifier.Text));
            var value = variable.Initializer is { } initializer ? $" {initializer};" : "";
            edits.Replace(field, $"{modifiers} {field.Declaration.Type} {variable.Identifier.Text} {{ get; {(isReadOnly ? "" : "set; ")}}}{value}");
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
