using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary><c>new ProcessStartInfo("git", $"log {x}")</c> becomes <c>new ProcessStartInfo("git") { ArgumentList = { "log", x } }</c>.</summary>
internal static class StartInfoCreation
{
    public static Action<SyntaxEditor>? Plan(
        SemanticModel model, BaseObjectCreationExpressionSyntax creation, ArgumentSyntax argument, ImmutableArray<string> arguments,
        CancellationToken cancellation)
    {
        if (!IsWithArguments(model, creation, argument, cancellation) || !StartInfoUses.AllowList(model, creation, cancellation))
        {
            return null;
        }

        var list = InitializerCode.OfList(arguments, creation.SyntaxTree.Options);
        var given = creation.ArgumentList!;
        var initializer = creation.Initializer is { Expressions.Count: > 0 } present
            ? InitializerCode.WithList(present, list)
            : list.WithTrailingTrivia(creation.GetTrailingTrivia());
        var kept = given.WithArguments(given.Arguments.RemoveAt(given.Arguments.IndexOf(argument)));
        var before = creation.Initializer is null ? kept.WithTrailingTrivia(SyntaxFactory.Space) : kept;
        return editor => editor.ReplaceNode(creation, creation.WithArgumentList(before).WithInitializer(initializer));
    }

    private static bool IsWithArguments(
        SemanticModel model, BaseObjectCreationExpressionSyntax creation, ArgumentSyntax argument, CancellationToken cancellation) =>
        model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol { Parameters: [_, { Type.SpecialType: SpecialType.System_String }] } constructor
        && StartInfoSymbols.IsStartInfo(constructor.ContainingType)
        && creation.ArgumentList!.Arguments.IndexOf(argument) is var index
        && (argument.NameColon?.Name.Identifier.ValueText ?? constructor.Parameters[index].Name) == "arguments"
        && InitializerCode.Member(creation.Initializer, "Arguments") is null;
}
