using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>An effect that stands in a body itself.</summary>
internal sealed record OwnEffect(Role Role, string Symbol, string Display, string? Note, bool IsMutating, SourceSpan Site);

/// <summary>What the operations of a body do by themselves, by knowledge alone; one effect of a kind per operation.</summary>
internal sealed class OwnEffects(KnowledgeBase knowledge, ImmutableArray<IOperation> body)
{
    private readonly Mutation _mutation = new(body);

    public IEnumerable<OwnEffect> Of(IOperation operation) => operation switch
    {
        // A delegate that knowledge says acts when it is invoked.
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IMemberReferenceOperation { Member: { } held } } =>
            Effects(operation, held, Performing(held), null),
        IInvocationOperation invocation => Called(new Call(invocation, invocation.TargetMethod, invocation.Instance, invocation.Arguments))
            .Concat(Marked(invocation)),
        IObjectCreationOperation { Constructor: { } constructor } creation => Created(new Call(creation, constructor, null, creation.Arguments)),
        IMethodReferenceOperation reference => Effects(reference, reference.Method, Performing(reference.Method), null),
        IPropertyReferenceOperation { Property: { } property } reference =>
            Effects(reference, property, Performing(property).Where(entry => Touches(reference, entry)), null),
        _ => Enumerable.Empty<OwnEffect>(),
    };

    private IEnumerable<RoleEntry> Performing(ISymbol symbol) => knowledge.RolesOf(symbol).Where(EffectEntries.Performs);

    private IEnumerable<OwnEffect> Called(Call call) =>
        Effects(call.Operation, call.Method, Performing(call.Method).Where(entry => Holds(call, entry.When)), call);

    /// <summary>Of a type, what is known of its making, not of an argument that only prepares.</summary>
    private IEnumerable<OwnEffect> Created(Call call)
    {
        var ofType = knowledge.TypeRolesOf(call.Method.ContainingType).Where(entry => entry.Place is null && EffectEntries.Performs(entry));
        return Called(call).Concat(Effects(call.Operation, call.Method, ofType, call));
    }

    private IEnumerable<OwnEffect> Effects(IOperation operation, ISymbol member, IEnumerable<RoleEntry> entries, Call? call) =>
        from entry in entries
        group entry by entry.Role into kind
        let first = kind.First()
        select new OwnEffect(
            kind.Key, first.Symbol.Text, Types.Display(member), first.Note,
            kind.Any(entry => _mutation.Is(entry, call)), SourceSpan.Of(operation.Syntax));

    /// <summary>True unless the entry has a condition that no constant argument meets, as written or by default.</summary>
    private static bool Holds(Call call, Condition? when)
    {
        if (when is null)
        {
            return true;
        }

        var value = when.Place.Argument is { } name ? call.Argument(name)?.Value : null;
        foreach (var step in when.Place.Steps)
        {
            value = (value as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => (assignment.Target as IPropertyReferenceOperation)?.Property.Name == step.Name)?.Value;
        }

        return ConstantNames.Of(value) is { } constant && when.Accepts(constant);
    }

    /// <summary>Settings act when they are assigned, pipes whenever they are at hand.</summary>
    private static bool Touches(IPropertyReferenceOperation reference, RoleEntry entry) =>
        entry.Place is not { Root: PlaceRoot.Value } || (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference);

    /// <summary>A method without a body, of which an attribute says what its calls do: native code, a request that a library sends.</summary>
    private IEnumerable<OwnEffect> Marked(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return !method.IsExtern && !method.IsPartialDefinition && !method.IsAbstract ? Enumerable.Empty<OwnEffect>()
            : from type in method.GetAttributes().Select(attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>()
              from entry in knowledge.TypeRolesOf(type)
              where entry is { Role: Role.EffectNative or Role.EffectNetwork, Place: null }
              select new OwnEffect(
                  entry.Role, method.GetDocumentationCommentId() ?? "", Types.Display(method), entry.Role == Role.EffectNative ? null : entry.Note,
                  _mutation.Is(entry, null), SourceSpan.Of(invocation.Syntax));
    }
}
