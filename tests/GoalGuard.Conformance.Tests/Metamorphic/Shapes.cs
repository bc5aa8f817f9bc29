using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>What several rewritings ask about syntax.</summary>
internal static class Shapes
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as it can be written anywhere.</summary>
    public static string Display(ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    /// <summary>False for types that cannot be written where no type parameter is in scope.</summary>
    public static bool CanBeNamed(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or ITypeParameterSymbol => false,
        INamedTypeSymbol named => !named.IsAnonymousType && named.TypeArguments.All(CanBeNamed),
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        _ => true,
    };

    /// <summary>The bodies of methods, constructors, accessors and local functions that are blocks.</summary>
    public static IEnumerable<BlockSyntax> Bodies(SyntaxNode root) =>
        root.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax);

    public static bool IsIterator(BlockSyntax body) =>
        body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<YieldStatementSyntax>().Any();

    /// <summary>The nearest thing around a node that runs on its own.</summary>
    public static SyntaxNode? Owner(SyntaxNode node) => node.Ancestors().FirstOrDefault(ancestor =>
        ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax);

    /// <summary>True for a statement that stands in a block, where others can be put before it.</summary>
    public static bool StandsInBlock(StatementSyntax statement) => statement.Parent is BlockSyntax;

    /// <summary>The text of an expression, in parentheses where it could fall apart beside an operator or a dot.</summary>
    public static string Primary(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax
            or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax => expression.ToString(),
        _ => $"({expression})",
    };

    public static bool IsString(SemanticModel model, ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    /// <summary>The text between the quotation marks of a regular literal; null for other kinds.</summary>
    public static string? RegularText(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.Text is ['"', .. var text, '"'] && literal.Token.IsKind(SyntaxKind.StringLiteralToken)
            ? text
            : null;
}
