using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Picks;

/// <summary>Which variables and members an expression is made of, without walking: through definitions, what is added, helpers and callers.</summary>
internal sealed class Mentions(Engine engine, CancellationToken cancellation)
{
    /// <summary>How many members an expression may come through.</summary>
    private const int MaxMembers = 4;

    /// <summary>Operations looked at for one question.</summary>
    private const int MaxOperations = 5_000;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<(IOperation Value, int Depth, SyntaxNode? Asked)> _open = new();

    /// <summary>The variables and members that hold a collection, or the one that it is a copy, a view or a selection of.</summary>
    public IReadOnlyCollection<ISymbol> Names(IOperation collection)
    {
        var names = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        _open.Enqueue((collection, 0, null));
        while (_open.Count > 0 && names.Count < MaxMembers * MaxMembers)
        {
            var (value, depth, _) = _open.Dequeue();
            var plain = Flow.Loops.Symbols.Plain(value);
            if (Holder(plain) is { } holder && names.Add(holder))
            {
                Open(holder switch
                {
                    ILocalSymbol local => Definitions.Of(local, plain),
                    IParameterSymbol parameter => Arguments(parameter, plain, depth).Select(argument => argument.Value),
                    _ => Enumerable.Empty<IOperation>(),
                }, depth + 1, null);
            }
            else if (plain is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call
                && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source)
            {
                _open.Enqueue((source, depth, null));
            }
        }

        return names;
    }

    /// <summary>True if one of the names has part in what a call asks, as a whole: what is asked of each element by itself does not list them.</summary>
    public bool Reach(IInvocationOperation call, IReadOnlyCollection<ISymbol> names)
    {
        // An agent or session that is spoken to remembers what it was given.
        Open(call.Arguments.Select(argument => argument.Value).Concat(new[] { call.Instance }.OfType<IOperation>()), 0, call.Syntax);
        for (var looked = 0; _open.Count > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (next, depth, asked) = _open.Dequeue();
            foreach (var operation in next.DescendantsAndSelf())
            {
                if (++looked > MaxOperations)
                {
                    return false;
                }

                var named = Holder(operation) ?? (operation as IInvocationOperation)?.TargetMethod.OriginalDefinition;
                if (named is null || !_seen.Add(named))
                {
                    continue;
                }

                if (names.Contains(named, SymbolEqualityComparer.Default))
                {
                    return true;
                }

                Open(named, operation, depth, asked);
            }
        }

        return false;
    }

    private void Open(ISymbol named, IOperation operation, int depth, SyntaxNode? asked)
    {
        switch (named)
        {
            case ILocalSymbol or IParameterSymbol when IsElementAround(named, asked):
                break;
            case ILocalSymbol local:
                Open(Definitions.Of(local, operation).Concat(Given(local, operation)), depth + 1, asked);
                break;
            case IParameterSymbol parameter:
                foreach (var (value, caller) in Arguments(parameter, operation, depth))
                {
                    Open(new[] { value }, depth + 1, caller ?? asked);
                }

                Open(Given(parameter, operation), depth + 1, asked);
                break;
            case IFieldSymbol or IPropertySymbol:
                Open(Given(named, operation).Concat(depth < MaxMembers ? Assigned(named) : Enumerable.Empty<IOperation>()), depth + 1, asked);
                break;
            case IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method when depth < MaxMembers:
                Open(engine.Members.Targets(method, cancellation).SelectMany(target => engine.Bodies.Operations(target, cancellation)), depth + 1, null);
                break;
        }
    }

    /// <summary>True for the element of a loop, or of a lambda that a library runs for each, in which the question is asked.</summary>
    private static bool IsElementAround(ISymbol variable, SyntaxNode? asked) => asked is not null && variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        ForEachStatementSyntax loop => loop.Contains(asked),
        ParameterSyntax parameter => parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>()?.Contains(asked) == true,
        _ => false,
    };

    /// <summary>What a member is set to, wherever it is.</summary>
    private IEnumerable<IOperation> Assigned(ISymbol state) => engine.Index.Mentioning(Words.Hash(state.Name))
        .SelectMany(member => engine.Members.Symbols(member, cancellation))
        .SelectMany(member => engine.Bodies.Operations(member, cancellation)).SelectMany(body => body.DescendantsAndSelf())
        .Select(operation => operation switch
        {
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                when SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, state) => assignment.Value,
            ISymbolInitializerOperation { Value: var value } initializer when Initialized(initializer).Contains(state, SymbolEqualityComparer.Default) => value,
            _ => null,
        }).OfType<IOperation>();

    private static IEnumerable<ISymbol> Initialized(ISymbolInitializerOperation initializer) => initializer switch
    {
        IFieldInitializerOperation field => field.InitializedFields,
        IPropertyInitializerOperation property => property.InitializedProperties,
        _ => Enumerable.Empty<ISymbol>(),
    };

    /// <summary>What calls on a variable are given in its body: what is added to a list, appended to a text.</summary>
    private static IEnumerable<IOperation> Given(ISymbol variable, IOperation reference) => Definitions.Root(reference).DescendantsAndSelf().OfType<IInvocationOperation>()
        .Where(call => SymbolEqualityComparer.Default.Equals(Flow.Loops.Symbols.Of(Receiver(call)), variable))
        .SelectMany(call => call.Arguments.Select(argument => argument.Value));

    /// <summary>The variable at the beginning of a chain of calls.</summary>
    private static IOperation? Receiver(IInvocationOperation call)
    {
        var at = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        while (at is IInvocationOperation { Instance: { } inner })
        {
            at = inner;
        }

        return at;
    }

    /// <summary>What is given for a parameter, and the call that gives it if that stands in another member.</summary>
    private IEnumerable<(IOperation Value, SyntaxNode? Call)> Arguments(IParameterSymbol parameter, IOperation reference, int depth) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => Definitions.OfLambda(parameter, reference).Select(value => (value, (SyntaxNode?)null)),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => Definitions.Root(reference).DescendantsAndSelf().OfType<IInvocationOperation>()
            .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, local))
            .SelectMany(call => Argument(call, parameter), (call, value) => (value, (SyntaxNode?)call.Syntax)),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when depth < MaxMembers =>
            Callers.Of(engine, method, cancellation).SelectMany(caller => Argument(caller.Call, parameter), (caller, value) => (value, (SyntaxNode?)caller.Call.Syntax)),
        _ => Enumerable.Empty<(IOperation, SyntaxNode?)>(),
    };

    private static IEnumerable<IOperation> Argument(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Select(argument => argument.Value);

    /// <summary>A variable, or a member that this program declares.</summary>
    private static ISymbol? Holder(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false } and (IFieldSymbol or IPropertySymbol) } member => member.Member.OriginalDefinition,
        _ => null,
    };

    private void Open(IEnumerable<IOperation> values, int depth, SyntaxNode? asked)
    {
        foreach (var value in values)
        {
            _open.Enqueue((value, depth, asked));
        }
    }
}
