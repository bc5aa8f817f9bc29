using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>
/// What is still to be looked at: a collection that outlives a round, out of which a round takes elements and into which it puts others; of a recursion, that one call
/// makes several.
/// </summary>
internal sealed class Frontier
{
    private readonly ImmutableArray<IOperation> _operations;
    private readonly Dictionary<CaptureId, IOperation> _captured;
    private readonly ImmutableArray<ModelUse> _models;

    private Frontier(Loop loop, ImmutableArray<ModelUse> models)
    {
        _operations = loop.Nodes.SelectMany(node => node.Operations()).SelectMany(root => PostOrder.Of(root)).ToImmutableArray();
        _captured = _operations.OfType<IFlowCaptureOperation>().GroupBy(capture => capture.Id).ToDictionary(group => group.Key, group => group.First().Value);
        _models = models;
    }

    private static readonly ImmutableHashSet<string> Taking = ImmutableHashSet.Create("First", "FirstOrDefault", "MaxBy", "MinBy", "Max", "Min", "Peek");

    /// <summary>Where an element is taken; null where the loop has no frontier.</summary>
    public static SourceSpan? Of(Loop loop, SourceSpan whole, ImmutableArray<ModelUse> models, Filling filling)
    {
        var frontier = new Frontier(loop, models);
        var added = frontier._operations.SelectMany(operation => frontier.Added(operation, filling)).Where(holder => Outlives(holder, whole))
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        return added.IsEmpty ? null
            : frontier._operations.Where(operation => frontier.Taken(operation) is { } holder && added.Contains(holder))
                .Select(operation => (SourceSpan?)SourceSpan.Of(operation.Syntax)).FirstOrDefault();
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
    private IEnumerable<ISymbol> Added(IOperation operation, Filling filling)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: var target } when Types.IsCollection(target.Type) && Symbols.Of(target) is { } holder:
                yield return holder;
                break;
            case IInvocationOperation call when CollectionMembers.Effect(call) == Motion.Up && Holder(call.Instance) is { } holder:
                yield return holder;
                break;
            case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call:
                foreach (var holder in filling.Of(call, Holder))
                {
                    yield return holder;
                }

                break;
        }
    }

    /// <summary>The collection that an element is taken out of; each of them is one if a model is asked about each.</summary>
    private ISymbol? Taken(IOperation operation) => operation switch
    {
        IInvocationOperation call when CollectionMembers.Effect(call) == Motion.Down => Holder(call.Instance),
        IInvocationOperation { TargetMethod.Name: "GetEnumerator" } each
            when AsksAbout(each.Syntax.Ancestors().OfType<CommonForEachStatementSyntax>().FirstOrDefault()) => Root(each.Instance),
        IInvocationOperation call when Taking.Contains(call.TargetMethod.Name) || call.Arguments.Any(argument => AsksAbout(argument.Syntax)) => Root(call),
        IPropertyReferenceOperation { Instance: { } collection } property when Taking.Contains(property.Property.Name) => Holder(collection),
        _ => null,
    };

    private bool AsksAbout(SyntaxNode? part) => part is not null && _models.Any(use => SourceSpan.Of(part).Contains(use.Site));

    /// <summary>The variable that holds a collection; what was put aside while something is awaited stands for it.</summary>
    private ISymbol? Holder(IOperation? collection) =>
        CollectionMembers.Holder(collection is not null && Symbols.Plain(collection) is IFlowCaptureReferenceOperation capture
            && _captured.TryGetValue(capture.Id, out var value) ? value : collection);

    /// <summary>The collection that a chain of calls begins with.</summary>
    private ISymbol? Root(IOperation? operation)
    {
        for (var depth = 0; operation is not null && depth < LoopContext.MaxDepth; depth++)
        {
            operation = Symbols.Plain(operation);
            if (operation is not IInvocationOperation call)
            {
                return Holder(operation);
            }

            operation = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        }

        return null;
    }
}
