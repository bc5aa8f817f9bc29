using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Symbols = GoalGuard.Analysis.Flow.Loops.Symbols;

namespace GoalGuard.Analysis.Behaviour.Picks;

/// <summary>Tests that find an element by something that points at it: <c>step.Name == answer</c>, <c>answer.Contains(step.Name)</c>.</summary>
internal static class Pointing
{
    /// <summary>True if something of the variable is compared with what is neither of it nor fixed.</summary>
    public static bool IsAt(IOperation test, ISymbol variable)
    {
        foreach (var operation in test.DescendantsAndSelf())
        {
            var sides = Sides(operation).ToList();
            if (sides.Any(side => IsOf(side, variable)) && sides.Any(side => !IsOf(side, variable) && !IsFixed(side)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for a lambda that a member is given.</summary>
    public static bool IsPredicate(Frame frame, Call call, Place place) =>
        call.Argument(place.Argument ?? "")?.Value.Syntax is LambdaExpressionSyntax lambda
        && frame.Engine.Bodies.Model(lambda.SyntaxTree)?.GetOperation(lambda, frame.Method.Cancellation)
            is IAnonymousFunctionOperation { Symbol.Parameters: { IsEmpty: false } elements } predicate
        && IsAt(predicate.Body, elements[0]);

    /// <summary>A constant, or what stands for one: <c>ChatRole.System</c>.</summary>
    private static bool IsFixed(IOperation side) => side.ConstantValue.HasValue || Symbols.Plain(side) switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } } => true,
        _ => false,
    };

    private static IEnumerable<IOperation> Sides(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => new[] { binary.LeftOperand, binary.RightOperand },
        IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "IsMatch" } call when IsOfText(call.TargetMethod) =>
            call.Arguments.Select(argument => argument.Value).Where(value => value.Type is not { TypeKind: TypeKind.Enum }).Concat(new[] { call.Instance }.OfType<IOperation>()),
        _ => Enumerable.Empty<IOperation>(),
    };

    private static bool IsOfText(IMethodSymbol method) =>
        method.ContainingType is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { Name: "Regex" or "MemoryExtensions" };

    /// <summary>The element that an expression is, or is of, by the variable or collection that names it, and the collection.</summary>
    public static (ISymbol Symbol, SyntaxNode Collection)? Element(IOperation expression)
    {
        var plain = Symbols.Plain(expression);
        while (plain is IMemberReferenceOperation { Instance: { } owner } and not IPropertyReferenceOperation { Arguments.IsEmpty: false })
        {
            plain = Symbols.Plain(owner);
        }

        return plain switch
        {
            ILocalReferenceOperation { Local: var local } => Collection(local) is { } collection ? (local, collection) : null,
            IArrayElementReferenceOperation { ArrayReference: var array } => Symbols.Of(array) is { } symbol ? (symbol, array.Syntax) : null,
            IPropertyReferenceOperation { Instance: { } list } => Symbols.Of(list) is { } symbol ? (symbol, list.Syntax) : null,
            _ => null,
        };
    }

    /// <summary>What a loop goes through, or a place of it is read.</summary>
    private static SyntaxNode? Collection(ILocalSymbol local) => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        ForEachStatementSyntax loop => loop.Expression,
        VariableDeclaratorSyntax { Initializer.Value: ElementAccessExpressionSyntax element } => element.Expression,
        _ => null,
    };

    private static bool IsOf(IOperation side, ISymbol variable) => side.DescendantsAndSelf().Any(operation => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation => SymbolEqualityComparer.Default.Equals(Symbols.Of(operation), variable),
        _ => false,
    });
}
