using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>What holds a text in a member: locals, parameters, and fields and properties of the own object or type.</summary>
internal static class Variables
{
    public static ISymbol? Of(IOperation? operation) => operation is null ? null : Below(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member when IsOwn(member.Instance) => member.Member,
        _ => null,
    };

    /// <summary>The expression below what changes no text: conversions, parentheses, <c>await</c>, arguments, initializers.</summary>
    public static IOperation Below(IOperation operation)
    {
        while (true)
        {
            operation = Symbols.Plain(operation);
            switch (operation)
            {
                case IArgumentOperation argument:
                    operation = argument.Value;
                    break;
                case IDeclarationExpressionOperation declaration:
                    operation = declaration.Expression;
                    break;
                case ISymbolInitializerOperation initializer:
                    operation = initializer.Value;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool IsOwn(IOperation? instance) => instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>True for objects that texts are collected in: whoever is handed one can add to it.</summary>
    public static bool IsCollector(ITypeSymbol? type) => Builders.IsBuilder(type) || Lists.IsList(type);

    /// <summary>True for an argument that the call may change: one by reference, or something that texts are collected in.</summary>
    public static bool IsChangeable(IArgumentOperation argument) => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out || IsCollector(argument.Value.Type);

    /// <summary>The type may hold a text, or several.</summary>
    public static bool MayHoldText(ITypeSymbol? type) =>
        type is not null && (Types.IsString(type) || IsCollector(type) || Types.IsCollection(type)
            || type.SpecialType is SpecialType.System_Object or SpecialType.System_Char || type.TypeKind == TypeKind.TypeParameter || type.Name is "FormattableString");
}
