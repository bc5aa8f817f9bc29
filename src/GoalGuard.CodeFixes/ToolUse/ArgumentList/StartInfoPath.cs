namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>How a member writes a start info that it keeps: <c>info</c>, <c>process.StartInfo</c>.</summary>
internal static class StartInfoPath
{
    /// <summary>
    /// The path of what an expression makes: empty if the expression is used on the spot, null if it is kept in a field or property,
    /// where other members reach it.
    /// </summary>
    public static string? Of(SemanticModel model, ExpressionSyntax made, CancellationToken cancellation)
    {
        var members = "";
        while (made.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } member)
        {
            members = "." + member.Left + members;
            made = initializer.Parent as BaseObjectCreationExpressionSyntax ?? (ExpressionSyntax)initializer;
        }

        return made.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } =>
                model.GetDeclaredSymbol(variable, cancellation) is ILocalSymbol ? variable.Identifier.ValueText + members : null,
            AssignmentExpressionSyntax assignment => Local(model, assignment.Left, cancellation) is null ? null : assignment.Left + members,
            EqualsValueClauseSyntax => null,
            _ => "",
        };
    }

    /// <summary>The local variable that a path begins with.</summary>
    public static ILocalSymbol? Local(SemanticModel model, ExpressionSyntax path, CancellationToken cancellation)
    {
        while (path is MemberAccessExpressionSyntax access)
        {
            path = access.Expression;
        }

        return model.GetSymbolInfo(path, cancellation).Symbol as ILocalSymbol;
    }
}
