using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>What runs where a node is reached: the members of the type of its object, and the delegates that were handed over under its name.</summary>
/// <param name="Members">Members of this program.</param>
/// <param name="Lambdas">What is written in place.</param>
/// <param name="Types">The types of libraries in it.</param>
internal sealed record NodeWork(ImmutableArray<IMethodSymbol> Members, ImmutableArray<IOperation> Lambdas, ImmutableArray<INamedTypeSymbol> Types)
{
    /// <summary>Of a node, from the operations of the member that connects it. What the calls that connect are given besides is a condition, not work.</summary>
    public static NodeWork Of(
        Engine engine, WorkflowNode node, ImmutableArray<IOperation> operations, ISet<IOperation> edges, CancellationToken cancellation)
    {
        var parts = Parts(node, operations, edges).SelectMany(part => PostOrder.Of(part)).ToList();
        var named = parts.OfType<IInvocationOperation>().SelectMany(part => part.TargetMethod.TypeArguments);
        var types = parts.Select(part => part.Type).Concat(named).Append(TypeOf(node.Symbol)).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        var groups = parts.OfType<IMethodReferenceOperation>().Select(group => group.Method).Where(engine.Members.HasBody);
        var own = types.Where(type => !type.DeclaringSyntaxReferences.IsEmpty && type.TypeKind is TypeKind.Class or TypeKind.Struct)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation);
        cancellation.ThrowIfCancellationRequested();
        return new NodeWork(
            groups.Concat(own).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray(),
            parts.Where(part => part is IAnonymousFunctionOperation).ToImmutableArray(),
            types.Where(type => type.DeclaringSyntaxReferences.IsEmpty).ToImmutableArray());
    }

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>What the variable is set to, or what is handed over beside the constant.</summary>
    private static IEnumerable<IOperation> Parts(WorkflowNode node, ImmutableArray<IOperation> operations, ISet<IOperation> edges) => node.Symbol is { } symbol
        ? operations.Select(operation => Value(operation, symbol)).OfType<IOperation>()
        : operations.OfType<IInvocationOperation>().Where(call => !edges.Contains(call) && call.Arguments.Any(argument => WorkflowNode.Of(argument.Value).Contains(node)))
            .SelectMany(call => call.Arguments.Select(argument => argument.Value));

    private static IOperation? Value(IOperation operation, ISymbol symbol) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, symbol) => value,
        ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(Flow.Loops.Symbols.Of(assignment.Target), symbol) => assignment.Value,
        _ => null,
    };
}
