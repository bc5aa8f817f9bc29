using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>
/// What an expression says by itself, in the words of knowledge conditions: text as it is, members of an enumeration or a set of constants by name.
/// </summary>
internal static class ConstantNames
{
    public static string? Of(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true } field } => field.Name,
            IPropertyReferenceOperation { Property: { IsStatic: true, IsReadOnly: true } property } => property.Name,
            { ConstantValue: { HasValue: true, Value: { } value }, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } => Member(type, value),
            { ConstantValue: { HasValue: true, Value: { } value } } => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string? Member(INamedTypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name;
}
