using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Locals become private properties of their type, under the same condition as fields.</summary>
internal sealed class LocalToProperty : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model) =>
        LocalToField.Move(root, model, "private {0}{1} {2} {{ get; set; }} = default!;\n");
}
