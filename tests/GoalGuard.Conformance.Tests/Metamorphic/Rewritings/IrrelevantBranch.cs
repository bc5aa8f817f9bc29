using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>A branch that decides nothing stands before every statement of a body.</summary>
internal sealed class IrrelevantBranch : FileRewriting
{
    private const string Branch = "if (global::System.Environment.TickCount == 42) { global::System.GC.KeepAlive(0); } ";

    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var statement in Shapes.Bodies(root).SelectMany(body => body.Statements))
        {
            edits.Insert(statement.SpanStart, Branch);
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
