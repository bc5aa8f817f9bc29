using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>A parameter of a tool that takes any text and says that the text is a command.</summary>
/// <param name="Symbol">The parameter.</param>
/// <param name="Word">The word that says so, of its name or else of what it tells a model about itself.</param>
internal sealed record FreeParameter(IParameterSymbol Symbol, string Word)
{
    private const string Description = "description";

    /// <summary>The parameter that stands at this place; null if it is typed, or says nothing of the kind.</summary>
    public static FreeParameter? At(SourceSpan site, SemanticModel model, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        if (site.Start + site.Length > root.FullSpan.End)
        {
            // Another tree with the same path.
            return null;
        }

        var node = root.FindNode(new TextSpan(site.Start, site.Length), getInnermostNodeForTie: true);
        return model.GetDeclaredSymbol(node, cancellation) is IParameterSymbol parameter && IsText(parameter.Type)
            && (CommandLexicon.OfName(parameter.Name) ?? Described(parameter)) is { } word
            ? new FreeParameter(parameter, word) : null;
    }

    /// <summary>A text, or several.</summary>
    private static bool IsText(ITypeSymbol type) =>
        Types.IsString(type)
        || (type is IArrayTypeSymbol array && Types.IsString(array.ElementType))
        || (Types.IsCollection(type) && type is INamedTypeSymbol { TypeArguments: [var element] } && Types.IsString(element));

    private static string? Described(IParameterSymbol parameter) =>
        parameter.GetAttributes().SelectMany(Descriptions).Select(CommandLexicon.OfDescription).FirstOrDefault(word => word is not null);

    /// <summary>What attributes say, in an argument for a parameter or property of that name.</summary>
    private static IEnumerable<string> Descriptions(AttributeData attribute)
    {
        var given = attribute.AttributeConstructor?.Parameters.Zip(attribute.ConstructorArguments, (parameter, value) => (parameter.Name, Value: value)) ?? Enumerable.Empty<(string, TypedConstant)>();
        return from argument in given.Concat(attribute.NamedArguments.Select(named => (Name: named.Key, named.Value)))
               where string.Equals(argument.Name, Description, StringComparison.OrdinalIgnoreCase) && argument.Value.Kind == TypedConstantKind.Primitive
               select argument.Value.Value as string ?? "";
    }
}
