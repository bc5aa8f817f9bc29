using System.Composition;
using GoalGuard.Analyzers;
using GoalGuard.CodeFixes.ToolUse.ArgumentList;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.ToolUse;

/// <summary>
/// GG6001: hands a program its arguments one by one instead of as one text, so that what a model wrote stays within its argument.
/// Offered only for a constant program that makes no code of its arguments, and only where the text shows where each argument ends.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GG6001ArgumentListFix)), Shared]
public sealed class GG6001ArgumentListFix : EditorFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.GG6001.Id);

    /// <inheritdoc />
    protected override string Title => "Pass the arguments one by one";

    /// <inheritdoc />
    protected override Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, CancellationToken cancellation)
    {
        if (Reported(reported) is not { ContainsDiagnostics: false } text
            || CommandLine.Split(CommandLineText.Of(model, text, cancellation)) is not { } split)
        {
            return null;
        }

        var arguments = split.Select(argument => ArgumentCode.Of(model, argument, cancellation)).ToImmutableArray();
        return text.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument =>
                StartCall.Plan(model, call, argument, arguments, cancellation),
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } argument =>
                StartInfoCreation.Plan(model, creation, argument, arguments, cancellation),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } member =>
                StartInfoInitializer.Plan(model, member, arguments, cancellation),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment =>
                StartInfoAssignment.Plan(model, assignment, arguments, cancellation),
            _ => null,
        };
    }

    private static ExpressionSyntax? Reported(SyntaxNode node)
    {
        var expression = node is ArgumentSyntax argument ? argument.Expression : node as ExpressionSyntax;
        while (expression?.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            expression = parentheses;
        }

        return expression;
    }
}
