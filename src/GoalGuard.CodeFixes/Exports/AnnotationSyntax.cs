using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Knowledge.Annotations;
using GoalGuard.Analyzers.Exports;
using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.Exports;

/// <summary>Exports as annotations, as far as the project has attributes for them.</summary>
internal sealed class AnnotationSyntax(Compilation compilation, SyntaxGenerator generator)
{
    /// <summary>The attribute that states the export, without the namespace; null if none can.</summary>
    public SyntaxNode? Of(Export export)
    {
        var isWhole = export.Parameter is not null || export.Place is null or "return" or "value" || export.Place.EndsWith("!", StringComparison.Ordinal);
        return export.When is not null ? null : export.Role switch
        {
            _ when !isWhole => Role(export),
            Analysis.Knowledge.Role.ModelCall or Analysis.Knowledge.Role.ModelOutputMember => Make("ModelOutput"),
            Analysis.Knowledge.Role.ToolDefinition => Make("Tool"),
            Analysis.Knowledge.Role.Approval => Make("Approval"),
            Analysis.Knowledge.Role.Sanitizer => Make("Validator", Constant("ValidatorKinds", export.Note!)),
            var role when role.IsEffect() => Make("Effect", Constant("EffectKinds", RoleNames.OfRole[role].Substring("effect:".Length)), Note(export)),
            _ => Role(export),
        };
    }

    /// <summary>True if the place of an attribute is the parameter, not the member.</summary>
    public static bool IsOnParameter(Export export, out IParameterSymbol? parameter)
    {
        parameter = export.Role == Analysis.Knowledge.Role.ToolDefinition ? null
            : export.Parameter ?? (export.Member as IMethodSymbol)?.Parameters.FirstOrDefault(each => export.Place == $"arg:{each.Name}!");
        return parameter is not null;
    }

    private SyntaxNode? Role(Export export) => Make(
        "Role", generator.LiteralExpression(RoleNames.OfRole[export.Role]), export.Place is null ? null : generator.LiteralExpression(export.Place), Note(export));

    private SyntaxNode? Note(Export export) =>
        export.Note is null ? null : generator.AttributeArgument("Note", generator.LiteralExpression(export.Note));

    private SyntaxNode? Make(string name, params SyntaxNode?[] arguments)
    {
        var given = arguments.OfType<SyntaxNode>().Select(argument => argument is AttributeArgumentSyntax ? argument : generator.AttributeArgument(argument)).ToList();
        return Type(name + "Attribute") is null ? null : generator.Attribute(name, given.Count == 0 ? null : given);
    }

    /// <summary>The name of the word, where the project has names for such words.</summary>
    private SyntaxNode Constant(string type, string word) =>
        Type(type)?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, word)) is { } constant
            ? generator.MemberAccessExpression(generator.IdentifierName(type), constant.Name)
            : generator.LiteralExpression(word);

    private INamedTypeSymbol? Type(string name) =>
        compilation.GetTypesByMetadataName(AnnotationNames.Namespace + "." + name).FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
}
