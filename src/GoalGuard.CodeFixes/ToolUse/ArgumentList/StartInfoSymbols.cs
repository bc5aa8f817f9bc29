namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>What is a start info that can take its arguments one by one.</summary>
internal static class StartInfoSymbols
{
    public static bool IsStartInfo(ITypeSymbol? type) =>
        type?.ToDisplayString() == "System.Diagnostics.ProcessStartInfo" && type.GetMembers("ArgumentList").OfType<IPropertySymbol>().Any();

    public static bool IsArguments(SemanticModel model, ExpressionSyntax member, CancellationToken cancellation) =>
        model.GetSymbolInfo(member, cancellation).Symbol is IPropertySymbol { Name: "Arguments" } property
        && IsStartInfo(property.ContainingType);
}
