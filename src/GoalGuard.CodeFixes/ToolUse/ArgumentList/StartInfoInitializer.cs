using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary><c>{ FileName = "git", Arguments = $"log {x}" }</c> becomes <c>{ FileName = "git", ArgumentList = { "log", x } }</c>.</summary>
internal static class StartInfoInitializer
{
    public static Action<SyntaxEditor>? Plan(
        SemanticModel model, AssignmentExpressionSyntax member, ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        var initializer = (InitializerExpressionSyntax)member.Parent!;
        var made = initializer.Parent as BaseObjectCreationExpressionSyntax ?? (ExpressionSyntax)initializer;
        if (!StartInfoSymbols.IsArguments(model, member.Left, cancellation)
            || made is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 1 }
            || !StartInfoUses.AllowList(model, made, cancellation))
        {
            return null;
        }

        var list = InitializerCode.OfList(arguments, member.SyntaxTree.Options);
        return InitializerCode.Member(initializer, "ArgumentList") is null
            ? editor => editor.ReplaceNode(member, list.Expressions[0].WithTriviaFrom(member))
            : editor => editor.ReplaceNode(initializer, InitializerCode.WithList(InitializerCode.Without(initializer, member), list));
    }
}
