using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>
/// What is still to be looked at: a collection that outlives a round, out of which a round takes elements and into which it puts others; of a recursion, that one call
/// makes several.
/// </summary>
internal static class Frontier
{
    private static readonly ImmutableHashSet<string> Taking = ImmutableHashSet.Create("First", "FirstOrDefault", "MaxBy", "MinBy", "Max", "Min", "Peek");

    /// <summary>Where an element is taken; null where the loop has no frontier.</summary>
    public static SourceSpan? Of(Loop loop, SourceSpan whole, ImmutableArray<ModelUse> models, Func<IInvocationOperation, IEnumerable<IOperation>> bodies)
    {
        var operations = loop.Nodes.SelectMany(node => node.Operations()).SelectMany(root => PostOrder.Of(root)).ToList();
        var added = new HashSet<ISymbol>(operations.SelectMany(operation => Added(operation, bodies)).Where(holder => Outlives(holder, whole)), SymbolEqualityComparer.Default);
        return added.Count == 0 ? null
            : operations.Where(operation => Taken(operation, models) is { } holder && added.Contains(holder)).Select(operation => (SourceSpan?)SourceSpan.Of(operation.Syntax)).FirstOrDefault();
    }

    /// <summary>A call that comes back for each of several.</summary>
    public static SourceSpan? Of(IOperation call) =>
        call.Syntax.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is CommonForEachStatementSyntax or ForStatementSyntax or AnonymousFunctionExpressionSyntax)
            ? SourceSpan.Of(call.Syntax)
            : null;

    private static bool Outlives(ISymbol holder, SourceSpan whole) =>
        holder is not ILocalSymbol || !holder.DeclaringSyntaxReferences.Any(reference => whole.Contains(SourceSpan.Of(reference.SyntaxTree, reference.Span)));

    /// <summary>What gets more elements, or others.</summary>
    private static IEnumerable<ISymbol> Added(IOperation operation, Func<IInvocationOperation, IEnumerable<IOperation>> bodies)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: var target } when Types.IsCollection(target.Type) && Symbols.Of(target) is { } holder:
                yield return holder;
                break;
            case IInvocationOperation call when CollectionMembers.Effect(call) == Motion.Up && CollectionMembers.Holder(call.Instance) is { } holder:
                yield return holder;
                break;
            case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call:
                foreach (var holder in Below(call, bodies))
                {
                    yield return holder;
                }

                break;
        }
    }

    /// <summary>What a helper puts something into: what it is handed, and fields.</summary>
    private static IEnumerable<ISymbol> Below(IInvocationOperation call, Func<IInvocationOperation, IEnumerable<IOperation>> bodies)
    {
        foreach (var holder in bodies(call).SelectMany(body => PostOrder.Of(body)).OfType<IInvocationOperation>()
            .Where(inner => CollectionMembers.Effect(inner) == Motion.Up).Select(inner => CollectionMembers.Holder(inner.Instance)).OfType<ISymbol>())
        {
            var given = holder is IParameterSymbol parameter
                ? call.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Select(argument => CollectionMembers.Holder(argument.Value)).FirstOrDefault()
                : holder is IFieldSymbol or IPropertySymbol ? holder : null;
            if (given is not null)
            {
                yield return given;
            }
        }
    }

    /// <summary>The collection that an element is taken out of; each of them is one if a model is asked about each.</summary>
    private static ISymbol? Taken(IOperation operation, ImmutableArray<ModelUse> models) => operation switch
    {
        IInvocationOperation call when CollectionMembers.Effect(call) == Motion.Down => CollectionMembers.Holder(call.Instance),
        IInvocationOperation { TargetMethod.Name: "GetEnumerator" } each when AsksAbout(each.Syntax.Ancestors().OfType<CommonForEachStatementSyntax>().FirstOrDefault(), models) =>
            Root(each.Instance),
        IInvocationOperation call when Taking.Contains(call.TargetMethod.Name) || call.Arguments.Any(argument => AsksAbout(argument.Syntax, models)) => Root(call),
        IPropertyReferenceOperation { Instance: { } collection } property when Taking.Contains(property.Property.Name) => CollectionMembers.Holder(collection),
        _ => null,
    };

    private static bool AsksAbout(SyntaxNode? part, ImmutableArray<ModelUse> models) => part is not null && models.Any(use => SourceSpan.Of(part).Contains(use.Site));

    /// <summary>The collection that a chain of calls begins with.</summary>
    private static ISymbol? Root(IOperation? operation)
    {
        for (var depth = 0; operation is not null && depth < LoopContext.MaxDepth; depth++)
        {
            operation = Symbols.Plain(operation);
            if (operation is not IInvocationOperation call)
            {
                return CollectionMembers.Holder(operation);
            }

            operation = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        }

        return null;
    }
}
