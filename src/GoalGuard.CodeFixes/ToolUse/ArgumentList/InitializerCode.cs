namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>Reads and extends object initializers, laid out as they are.</summary>
internal static class InitializerCode
{
    public static AssignmentExpressionSyntax? Member(InitializerExpressionSyntax? initializer, string name) =>
        initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(member => member.Left.ToString() == name);

    /// <summary><c>{ ArgumentList = { … } }</c>.</summary>
    public static InitializerExpressionSyntax OfList(ImmutableArray<string> arguments, ParseOptions options)
    {
        var code = $"new X {{ ArgumentList = {{ {string.Join(", ", arguments)} }} }}";
        return ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression(code, options: options)).Initializer!;
    }

    /// <summary>The initializer with the arguments at the end of its list, which is added if there is none.</summary>
    public static InitializerExpressionSyntax WithList(InitializerExpressionSyntax initializer, InitializerExpressionSyntax list)
    {
        var added = Member(list, "ArgumentList")!;
        if (Member(initializer, "ArgumentList") is not { Right: InitializerExpressionSyntax present } member)
        {
            return Append(initializer, added);
        }

        var all = ((InitializerExpressionSyntax)added.Right).Expressions.Aggregate(present, Append);
        return initializer.ReplaceNode(member, member.WithRight(all));
    }

    public static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, ExpressionSyntax member)
    {
        var members = initializer.Expressions;
        var index = members.IndexOf(member);
        var rest = members.RemoveAt(index);

        // The line break after the last member stays, whoever is last.
        return initializer.WithExpressions(index == rest.Count && index > 0 && rest.SeparatorCount < rest.Count
            ? rest.Replace(rest[index - 1], rest[index - 1].WithTrailingTrivia(member.GetTrailingTrivia()))
            : rest);
    }

    private static InitializerExpressionSyntax Append(InitializerExpressionSyntax initializer, ExpressionSyntax added)
    {
        var members = initializer.Expressions;
        if (members.Count == 0)
        {
            return initializer.WithExpressions(SyntaxFactory.SingletonSeparatedList(added.WithTrailingTrivia(SyntaxFactory.Space)));
        }

        var last = members.Last();
        var parts = members.GetWithSeparators();
        var indent = last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        if (parts.Last() is { IsToken: true } end)
        {
            parts = parts.Add(added.WithoutTrivia().WithLeadingTrivia(indent)).Add(comma.WithTrailingTrivia(Break(end.GetTrailingTrivia())));
        }
        else
        {
            var after = last.GetTrailingTrivia();
            parts = parts.Replace(last, last.WithoutTrailingTrivia())
                .Add(comma.WithTrailingTrivia(after)).Add(added.WithLeadingTrivia(indent).WithTrailingTrivia(Break(after)));
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts));
    }

    /// <summary>A line break, or else blanks; no comment.</summary>
    private static IEnumerable<SyntaxTrivia> Break(SyntaxTriviaList trivia) =>
        trivia.Any(SyntaxKind.EndOfLineTrivia)
            ? trivia.Where(part => part.IsKind(SyntaxKind.EndOfLineTrivia))
            : trivia.Where(part => part.IsKind(SyntaxKind.WhitespaceTrivia));
}
