using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What an expression names.</summary>
internal static class Symbols
{
    /// <summary>The expression below conversions, parentheses and <c>await</c>.</summary>
    public static IOperation Plain(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation wait:
                    operation = wait.Operation;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The variable or member that is named; null for any other expression. Objects of one type are not told apart.</summary>
    public static ISymbol? Of(IOperation? operation) => operation is null ? null : Plain(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>True for a member of a type with this full name or derived from it.</summary>
    public static bool IsMember(ISymbol member, string type, params string[] names) =>
        names.Contains(member.Name) && IsType(member.ContainingType, type);

    public static bool IsType(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name.Substring(name.LastIndexOf('.') + 1) && Types.FullName(type) == name)
            {
                return true;
            }
        }

        return false;
    }
}
