namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>
/// Whether a start info may take its arguments one by one: it starts plain programs alone, and nobody else sets its argument text,
/// which .NET refuses beside an argument list. Start infos are told apart by how they are written: two that are written alike count
/// as one, which at worst withholds the fix.
/// </summary>
internal static class StartInfoUses
{
    /// <summary>Where it is made: by an object creation, or by the initializer of a start info that another object made.</summary>
    public static bool AllowList(SemanticModel model, ExpressionSyntax made, CancellationToken cancellation)
    {
        var path = StartInfoPath.Of(model, made, cancellation);
        if (path is null || (path.Length > 0 && Mentions(made, path, "Arguments").Any()))
        {
            return false;
        }

        var names = Names(made).Concat(path.Length > 0 ? Assigned(made, path + ".FileName") : Enumerable.Empty<ExpressionSyntax>());
        return PlainPrograms.AreAll(model, names.ToImmutableArray(), cancellation);
    }

    /// <summary>In a variable, where its argument text is set.</summary>
    public static bool AllowListIn(SemanticModel model, ExpressionSyntax path, CancellationToken cancellation)
    {
        if (StartInfoPath.Local(model, path, cancellation)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax first } variable
            || !RunsOnce(variable, path)
            || Mentions(path, path.ToString(), "Arguments").Count() != 1)
        {
            return false;
        }

        var name = variable.Identifier.ValueText;
        var made = Assigned(path, path.ToString()).Concat(Assigned(path, name)).Append(Within(first, path.ToString().Substring(name.Length)))
            .OfType<ExpressionSyntax>().Distinct().ToImmutableArray();
        var names = made.SelectMany(Names).Concat(Assigned(path, path + ".FileName")).ToImmutableArray();
        return made.All(IsWithoutArguments) && PlainPrograms.AreAll(model, names, cancellation);
    }

    private static bool IsWithoutArguments(ExpressionSyntax made) =>
        made is InitializerExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: < 2 } }
        && InitializerCode.Member(Initializer(made), "Arguments") is null;

    /// <summary>The expression that names the program where a start info is made.</summary>
    private static IEnumerable<ExpressionSyntax> Names(ExpressionSyntax made)
    {
        var arguments = (made as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments ?? default;
        var given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "fileName")
            ?? arguments.FirstOrDefault(argument => argument.NameColon is null);
        var name = InitializerCode.Member(Initializer(made), "FileName")?.Right ?? given?.Expression;
        return name is null ? Enumerable.Empty<ExpressionSyntax>() : new[] { name };
    }

    /// <summary>The start info that a variable's first value holds under the members of a path.</summary>
    private static ExpressionSyntax? Within(ExpressionSyntax first, string members)
    {
        ExpressionSyntax? made = first;
        foreach (var member in members.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries))
        {
            made = InitializerCode.Member(Initializer(made), member)?.Right;
        }

        return made;
    }

    private static InitializerExpressionSyntax? Initializer(ExpressionSyntax? made) =>
        (made as BaseObjectCreationExpressionSyntax)?.Initializer ?? made as InitializerExpressionSyntax;

    /// <summary>True if nothing between a variable and its use runs more than once, or later: a list would grow with each round.</summary>
    private static bool RunsOnce(VariableDeclaratorSyntax variable, SyntaxNode use)
    {
        var scope = variable.Ancestors().First(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or UsingStatementSyntax);
        return use.Ancestors().TakeWhile(node => node != scope).All(node =>
            node is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
    }

    private static IEnumerable<SyntaxNode> Mentions(SyntaxNode at, string path, string member) =>
        Whole(at).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == member && access.Expression.ToString() == path);

    private static IEnumerable<ExpressionSyntax> Assigned(SyntaxNode at, string path) =>
        Whole(at).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Parent is not InitializerExpressionSyntax && assignment.Left.ToString() == path)
            .Select(assignment => assignment.Right);

    /// <summary>The member around a node; of top-level statements, the whole file.</summary>
    private static SyntaxNode Whole(SyntaxNode at) =>
        at.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? at.SyntaxTree.GetRoot();
}
