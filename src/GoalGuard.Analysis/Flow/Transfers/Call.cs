using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>A call of any kind: method, constructor, accessor, operator.</summary>
internal sealed record Call(IOperation Operation, IMethodSymbol Method, IOperation? Instance, ImmutableArray<IArgumentOperation> Arguments)
{
    /// <summary>The receiver's operation, that of an extension method included.</summary>
    public IOperation? Receiver =>
        Instance ?? (Method.IsExtensionMethod ? Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    /// <summary>The argument for the parameter that the method, or what it overrides or implements, calls like this.</summary>
    public IArgumentOperation? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter?.Name == name)
            {
                return argument;
            }
        }

        return Arguments.IsEmpty || Method.DeclaringSyntaxReferences.IsEmpty ? null
            : ParameterNames.Position(Method, name) is var position and >= 0 ? Argument(position) : null;
    }

    public IArgumentOperation? Argument(int ordinal) => Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal);

    /// <summary>The part of the call that a report points at when a parameter carries the flow: the argument, or the member's name.</summary>
    public SyntaxNode Site(int parameter) => Argument(parameter)?.Value.Syntax ?? MemberName;

    private SyntaxNode MemberName => Operation.Syntax switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access } => access.Name,
        Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberBindingExpressionSyntax binding } => binding.Name,
        Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax invocation => invocation.Expression,
        var syntax => syntax,
    };
}
