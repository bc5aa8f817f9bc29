using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// What a model fills of the parameters of a program's own tools: texts and data. Of an object that carries the call through the program (a
/// message, a context) only the members that hold the arguments; who sent it, or when, the program knows.
/// </summary>
internal static class ToolParameters
{
    public static bool IsInput(IParameterSymbol parameter) => Tools.IsInput(parameter) || !ArgumentsOf(parameter.Type).IsEmpty;

    /// <summary>A text, JSON, a command line, a table of arguments, or an object that holds them.</summary>
    public static bool IsText(IParameterSymbol parameter) =>
        Types.IsString(parameter.Type) || !ArgumentsOf(parameter.Type).IsEmpty
        || (Tools.IsInput(parameter) && (Types.IsCollection(parameter.Type) || Tools.IsParsed(Types.Unwrap(parameter.Type))));

    /// <summary>The members that hold what the model wrote, of a type that holds other things as well.</summary>
    public static ImmutableArray<IPropertySymbol> ArgumentsOf(ITypeSymbol type)
    {
        if (Types.Unwrap(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named
            || Types.IsCollection(named) || IsFramework(named))
        {
            return ImmutableArray<IPropertySymbol>.Empty;
        }

        var found = ImmutableArray<IPropertySymbol>.Empty;
        for (var at = named; at is not null && at.SpecialType != SpecialType.System_Object; at = at.BaseType)
        {
            found = found.AddRange(at.GetMembers().OfType<IPropertySymbol>().Where(property =>
                !property.IsStatic && !property.IsIndexer && !Types.CarriesNoText(property.Type) && ToolLexicon.NamesArguments(property.Name)));
        }

        return found;
    }

    private static bool IsFramework(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is { } space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
