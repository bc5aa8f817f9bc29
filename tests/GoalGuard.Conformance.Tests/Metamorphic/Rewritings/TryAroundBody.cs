using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>The body stands in a <c>try</c> whose <c>catch</c> throws on. Iterators cannot yield in one.</summary>
internal sealed class TryAroundBody : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var body in Shapes.Bodies(root).Where(body => body.Statements.Count > 0 && !Shapes.IsIterator(body)))
        {
            edits.Insert(body.OpenBraceToken.Span.End, " try {");
            edits.Insert(body.CloseBraceToken.SpanStart, "} catch { throw; } ");
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
