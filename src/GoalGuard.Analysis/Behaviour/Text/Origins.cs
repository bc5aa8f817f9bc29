using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>What a name stands for: what the walk saw assigned last, else what its declaration, its callers or its constructors say.</summary>
internal static class Origins
{
    public static AssembledText Of(Walk walk, IOperation reference)
    {
        if (Variables.Of(reference) is { } variable && walk.Held(variable, reference) is { } text)
        {
            return text;
        }

        var outside = reference switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => walk.Slice.Through(parameter, () => Parameters.Of(walk.Slice, parameter)),
            IMemberReferenceOperation member => Member(walk, member),
            _ => null,
        };
        return outside is null
            ? Expressions.Constant(reference) ?? Expressions.Unknown(walk, reference)
            : walk.Read(outside, reference);
    }

    private static AssembledText? Member(Walk walk, IMemberReferenceOperation reference)
    {
        var member = reference.Member.OriginalDefinition;
        if (member is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
        {
            return AssembledText.Empty;
        }

        if (member is { Name: "NewLine", ContainingType: { Name: "Environment", DeclaringSyntaxReferences.IsEmpty: true } })
        {
            return Expressions.Written("\n", reference);
        }

        var isText = member is IFieldSymbol { IsConst: true } || Variables.MayHoldText(Types.Unwrap(reference.Type));
        if (!isText || member is not (IFieldSymbol or IPropertySymbol { IsIndexer: false }))
        {
            return null;
        }

        if (reference.Instance is { } instance && Objects.Of(walk, instance, member) is { } given)
        {
            return given;
        }

        return walk.Slice.Through(member, () => StateMembers.Of(walk.Slice, member, reference));
    }
}
