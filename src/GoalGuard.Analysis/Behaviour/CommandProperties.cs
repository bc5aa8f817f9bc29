using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>The properties of a tool's argument object that take any text and say that the text is a command: each is an argument of its own.</summary>
internal static class CommandProperties
{
    private const string Description = "description";

    /// <summary>Those of a parameter that a model fills with an object of the program's own, with the word that says so.</summary>
    public static IEnumerable<(IPropertySymbol Property, string Word)> Of(IParameterSymbol parameter)
    {
        if (Types.Unwrap(parameter.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type
            || Types.IsCollection(type))
        {
            yield break;
        }

        for (var at = type; at is { DeclaringSyntaxReferences.IsEmpty: false }; at = at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>().Where(IsFilled))
            {
                if (WordOf(property) is { } word)
                {
                    yield return (property, word);
                }
            }
        }
    }

    private static bool IsFilled(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsOverride: false, SetMethod: not null } && IsText(property.Type);

    /// <summary>The word by which a parameter or property says that it is a command: in its name, or else in what it tells a model about itself.</summary>
    public static string? WordOf(ISymbol symbol) => CommandLexicon.OfName(symbol.Name)
        ?? symbol.GetAttributes().Concat(OfRecord(symbol)).SelectMany(Descriptions).Select(CommandLexicon.OfDescription).FirstOrDefault(word => word is not null);

    /// <summary>A text, or several.</summary>
    public static bool IsText(ITypeSymbol type) =>
        Types.IsString(type)
        || (type is IArrayTypeSymbol array && Types.IsString(array.ElementType))
        || (Types.IsCollection(type) && type is INamedTypeSymbol { TypeArguments: [var element] } && Types.IsString(element));

    /// <summary>The attributes of the parameter that a record made its property of.</summary>
    private static IEnumerable<AttributeData> OfRecord(ISymbol symbol) =>
        symbol is IPropertySymbol property && Text.Parameters.OfRecord(property) is { } parameter ? parameter.GetAttributes() : Enumerable.Empty<AttributeData>();

    /// <summary>What attributes say, in an argument for a parameter or property of that name.</summary>
    private static IEnumerable<string> Descriptions(AttributeData attribute)
    {
        var given = attribute.AttributeConstructor?.Parameters.Zip(attribute.ConstructorArguments, (parameter, value) => (parameter.Name, Value: value))
            ?? Enumerable.Empty<(string, TypedConstant)>();
        return from argument in given.Concat(attribute.NamedArguments.Select(named => (Name: named.Key, named.Value)))
               where string.Equals(argument.Name, Description, StringComparison.OrdinalIgnoreCase) && argument.Value.Kind == TypedConstantKind.Primitive
               select argument.Value.Value as string ?? "";
    }
}
