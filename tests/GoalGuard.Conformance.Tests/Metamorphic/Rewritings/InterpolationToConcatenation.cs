using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>$"a{b}"</c> becomes <c>"a" + b</c>.</summary>
internal sealed class InterpolationToConcatenation : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var text in root.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>())
        {
            var isRegular = text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken);
            var isPlain = text.Contents.OfType<InterpolationSyntax>().All(hole => hole.AlignmentClause is null && hole.FormatClause is null);
            if (isRegular && isPlain && model.GetTypeInfo(text).ConvertedType?.SpecialType == SpecialType.System_String)
            {
                edits.Replace(text, "(\"\"" + string.Concat(text.Contents.Select(Part)) + ")");
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    private static string Part(InterpolatedStringContentSyntax content) => content switch
    {
        InterpolationSyntax hole => $" + ({hole.Expression})",
        _ => " + \"" + content.ToString().Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) + "\"",
    };
}
