using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>A member of an object whose creation is in sight: what the initializer or the constructor of the record gives it.</summary>
internal static class Objects
{
    public static AssembledText? Of(Walk walk, IOperation instance, ISymbol member)
    {
        var (creation, owner) = Creation(walk, instance);
        if (creation is null)
        {
            return null;
        }

        var value = Initial(creation, member);
        if (value is null && member is IPropertySymbol property && Parameters.OfRecord(property) is { Ordinal: var ordinal })
        {
            value = creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
        }

        return value is null ? null : walk.Slice.Through(member, () => walk.Slice.In(value, owner));
    }

    private static IOperation? Initial(IObjectCreationOperation creation, ISymbol member) => creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(assignment => SymbolEqualityComparer.Default.Equals((assignment.Target as IMemberReferenceOperation)?.Member.OriginalDefinition, member))?.Value;

    /// <summary>The only creation that the expression can be, and the member it is written in.</summary>
    private static (IObjectCreationOperation? Creation, ISymbol Owner) Creation(Walk walk, IOperation instance)
    {
        var plain = Variables.Below(instance);
        switch (plain)
        {
            case IObjectCreationOperation creation:
                return (creation, walk.Member);
            case ILocalReferenceOperation { Local: var local }:
                var definitions = Definitions.Of(local, plain).Take(2).ToList();
                return (definitions.Count == 1 ? Variables.Below(definitions[0]) as IObjectCreationOperation : null, walk.Member);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return (Initial(walk, field), field);
            case IPropertyReferenceOperation { Property: { SetMethod: null } property }:
                return (Initial(walk, property), property);
            default:
                return (null, walk.Member);
        }
    }

    private static IObjectCreationOperation? Initial(Walk walk, ISymbol member) =>
        walk.Engine.Bodies.Operations(member.OriginalDefinition, walk.Cancellation).OfType<ISymbolInitializerOperation>()
            .Select(initializer => Variables.Below(initializer.Value) as IObjectCreationOperation).FirstOrDefault();
}
