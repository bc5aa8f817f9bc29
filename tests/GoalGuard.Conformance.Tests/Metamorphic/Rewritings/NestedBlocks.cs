using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Each statement of a body opens a block that holds all that follow: <c>a; { b; { c; } }</c>.</summary>
internal sealed class NestedBlocks : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var body in Shapes.Bodies(root).Where(body => body.Statements.Count > 0))
        {
            foreach (var statement in body.Statements)
            {
                edits.Insert(statement.SpanStart, "{ ");
            }

            edits.Insert(body.CloseBraceToken.SpanStart, string.Concat(Enumerable.Repeat("} ", body.Statements.Count)));
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
