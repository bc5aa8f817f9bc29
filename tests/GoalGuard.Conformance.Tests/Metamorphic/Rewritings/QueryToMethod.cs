using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>from x in items where c select e</c> becomes <c>items.Where(x => c).Select(x => e)</c>.</summary>
internal sealed class QueryToMethod : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var query in root.DescendantNodes().OfType<QueryExpressionSyntax>())
        {
            if (query.FromClause.Type is null && query.Body is { Continuation: null, SelectOrGroup: SelectClauseSyntax select } && query.Body.Clauses.All(clause => clause is WhereClauseSyntax))
            {
                var item = query.FromClause.Identifier.Text;
                var wheres = query.Body.Clauses.Cast<WhereClauseSyntax>().Select(where => $".Where({item} => {where.Condition})");
                edits.Replace(query, Shapes.Primary(query.FromClause.Expression) + string.Concat(wheres) + $".Select({item} => {select.Expression})");
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
