using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>An expression as a method: its signature, its body, and what a caller passes.</summary>
internal sealed record MovedMethod(string Name, string Signature, string Body, string Arguments)
{
    public string Declaration => $"{Signature} => {Body};\n";

    /// <summary>Null if the expression depends on what cannot be passed.</summary>
    public static MovedMethod? Of(ExpressionSyntax expression, SemanticModel model, string name)
    {
        var parts = Parts(expression, model).Where(part => !IsFixed(part, model)).ToList();
        var types = parts.Select(part => Type(part, model)).ToList();
        if (Result(expression, model) is not { } result || !types.TrueForAll(Shapes.CanBeNamed) || parts.Exists(part => part is AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        var body = expression.ToString();
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            body = body.Remove(parts[i].SpanStart - expression.SpanStart, parts[i].Span.Length).Insert(parts[i].SpanStart - expression.SpanStart, $"given{i}");
        }

        var parameters = string.Join(", ", types.Select((type, i) => $"{Shapes.Display(type!)} given{i}"));
        return new MovedMethod(name, $"{result} {name}({parameters})", body, string.Join(", ", parts));
    }

    /// <summary>What the expression computes with, in the order of the text.</summary>
    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Root(member.Expression, model).Concat(call.ArgumentList.Arguments.Select(argument => argument.Expression)),
        ObjectCreationExpressionSyntax creation =>
            (creation.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? Enumerable.Empty<ExpressionSyntax>())
            .Concat(creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Right) ?? Enumerable.Empty<ExpressionSyntax>()),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } assignment => Root(member.Expression, model).Append(assignment.Right),
        _ => Enumerable.Empty<ExpressionSyntax>(),
    };

    /// <summary>The object at the start of a chain of library members: <c>start</c> of <c>start.ArgumentList</c>. A type is none.</summary>
    private static IEnumerable<ExpressionSyntax> Root(ExpressionSyntax receiver, SemanticModel model)
    {
        while (receiver is MemberAccessExpressionSyntax member && model.GetSymbolInfo(member).Symbol is IPropertySymbol { IsStatic: false } property
            && !property.Locations.Any(location => location.IsInSource))
        {
            receiver = member.Expression;
        }

        return model.GetSymbolInfo(receiver).Symbol is ITypeSymbol ? Enumerable.Empty<ExpressionSyntax>() : new[] { receiver };
    }

    private static bool IsFixed(ExpressionSyntax part, SemanticModel model) => part is LiteralExpressionSyntax || model.GetSymbolInfo(part).Symbol is ITypeSymbol;

    private static ITypeSymbol? Type(ExpressionSyntax part, SemanticModel model)
    {
        var info = model.GetTypeInfo(part);
        return part.Parent is ArgumentSyntax ? info.ConvertedType : info.Type;
    }

    private static string? Result(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        AssignmentExpressionSyntax => "void",
        InvocationExpressionSyntax when model.GetSymbolInfo(expression).Symbol is IMethodSymbol method => Shapes.Display(method.ReturnType),
        _ => model.GetTypeInfo(expression).Type is { } type ? Shapes.Display(type) : null,
    };
}
