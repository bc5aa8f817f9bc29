using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>What a function does by itself, and where one stands.</summary>
internal static class FunctionBodies
{
    /// <summary>The body of a method or local function of this compilation; null if it is out of sight.</summary>
    public static IOperation? Of(Engine engine, IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (method.MethodKind != MethodKind.LocalFunction)
        {
            return engine.Members.HasBody(method) ? engine.Bodies.Operations(method, cancellation).FirstOrDefault() : null;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return engine.Bodies.Model(syntax.SyntaxTree)?.GetOperation(syntax, cancellation) is ILocalFunctionOperation local ? local.Body : null;
    }

    /// <summary>The operations of a body without those of functions inside it.</summary>
    public static IEnumerable<IOperation> Own(IOperation body)
    {
        var open = new Stack<IOperation>();
        open.Push(body);
        while (open.Count > 0)
        {
            var at = open.Pop();
            yield return at;
            foreach (var child in at.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>What a body returns by itself.</summary>
    public static IEnumerable<IOperation> Answers(IOperation body) => Own(body).OfType<IReturnOperation>().Select(answer => answer.ReturnedValue).OfType<IOperation>();

    /// <summary>The innermost function inside the member that an operation stands in; null for the member itself.</summary>
    public static IMethodSymbol? Around(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return null;
    }

    /// <summary>The member that an operation stands in.</summary>
    public static ISymbol? Member(IOperation operation)
    {
        var symbol = Definitions.Root(operation).SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    /// <summary>What a method is called on; of <c>a?.b()</c> the <c>a</c>.</summary>
    public static IOperation? Receiver(IOperation? instance)
    {
        if (instance is not IConditionalAccessInstanceOperation)
        {
            return instance;
        }

        IOperation child = instance;
        for (var at = instance.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }
}
