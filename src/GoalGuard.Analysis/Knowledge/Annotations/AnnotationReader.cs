namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>Annotations as the lines of a models file that say the same.</summary>
internal static class AnnotationReader
{
    /// <summary>What the annotations of a declaration, its parameters and its result say.</summary>
    public static IEnumerable<string> Lines(ISymbol symbol)
    {
        if (symbol.GetDocumentationCommentId() is not { } id)
        {
            yield break;
        }

        var onMember = symbol is IMethodSymbol method ? symbol.GetAttributes().AddRange(method.GetReturnTypeAttributes()) : symbol.GetAttributes();
        foreach (var line in onMember.SelectMany(attribute => OfMember(symbol, id, attribute)))
        {
            yield return line;
        }

        foreach (var line in ParametersOf(symbol).SelectMany(parameter => parameter.GetAttributes().SelectMany(attribute => OfParameter(parameter, id, attribute))))
        {
            yield return line;
        }
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static IEnumerable<string> OfMember(ISymbol symbol, string id, AttributeData attribute)
    {
        var isMethod = symbol is IMethodSymbol;
        var assigned = isMethod ? null : "value";
        switch (AnnotationNames.Of(attribute))
        {
            case "ModelOutput":
                return One(isMethod || HoldsDelegate(symbol) ? "model-call" : "model-output-member", id, HoldsDelegate(symbol) ? "value()" : "return");
            case "ToolArguments":
                return One("tool-arguments", id, "return");
            case "Tool" when symbol is IMethodSymbol tool:
                return tool.Parameters.SelectMany(parameter => One("tool-definition", id, "arg:" + parameter.Name, ToolNotes.Called));
            case "Tool":
                return One("tool-definition", id, null, ToolNotes.Attribute);
            case "Effect" when Text(attribute) is { } kind:
                return One(EffectRole(kind), id, assigned, Note(attribute));
            case "Validator" when Text(attribute) is { } kind:
                return One("sanitizer", id, "return", kind);
            case "Approval":
                return One("approval", id, symbol is ITypeSymbol ? null : isMethod ? "return" : "value", IsTruth(symbol) && !isMethod ? "answer" : "person");
            case "IterationLimit":
                return One("iteration-limit", id, assigned);
            case "Sandbox":
                return One("sandbox", id, isMethod ? "return" : "value");
            case "PromptInput":
                return One("prompt-input", id, assigned);
            case "SystemPrompt":
                return One("system-prompt", id, assigned);
            case "Conversation":
                return One("conversation", id, null);
            case "UntrustedInput":
                return One("untrusted-input", id, "return");
            case "Role" when Text(attribute) is { } role:
                return One(role, id, Text(attribute, 1), Note(attribute));
            default:
                return Enumerable.Empty<string>();
        }
    }

    private static IEnumerable<string> OfParameter(IParameterSymbol parameter, string id, AttributeData attribute)
    {
        var place = "arg:" + parameter.Name;
        switch (AnnotationNames.Of(attribute))
        {
            case "ModelOutput":
                return One("model-output-member", id, place + "!");
            case "Effect" when Text(attribute) is { } kind:
                return One(EffectRole(kind), id, place, Note(attribute));
            case "Validator" when Text(attribute) is { } kind:
                return One("sanitizer", id, place, kind);
            case "IterationLimit":
                return One("iteration-limit", id, place);
            case "Sandbox":
                return One("sandbox", id, place);
            case "PromptInput":
                return One("prompt-input", id, place);
            case "SystemPrompt":
                return One("system-prompt", id, place);
            case "Role" when Text(attribute) is { } role:
                return One(role, id, Text(attribute, 1) ?? place, Note(attribute));
            default:
                return Enumerable.Empty<string>();
        }
    }

    private static IEnumerable<string> One(string role, string id, string? place, string? note = null)
    {
        yield return InOneLine(role + " " + id + (place is null ? "" : " " + place) + (note is null ? "" : " : " + note));
    }

    /// <summary>An argument of an attribute may hold anything; of an entry, a line.</summary>
    private static string InOneLine(string line) => line.IndexOfAny(LineEnds) < 0 ? line : string.Concat(line.Select(c => Array.IndexOf(LineEnds, c) < 0 ? c : ' '));

    private static readonly char[] LineEnds = ['\r', '\n'];

    private static string EffectRole(string kind) => kind == RoleNames.OfRole[Role.Act] ? kind : "effect:" + kind;

    private static string? Text(AttributeData attribute, int position = 0) =>
        attribute.ConstructorArguments.Length > position && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    private static string? Note(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Note", Value: { Kind: TypedConstantKind.Primitive, Value: string note } })
            {
                return note;
            }
        }

        return null;
    }

    private static bool HoldsDelegate(ISymbol symbol) => symbol is IPropertySymbol { Type.TypeKind: TypeKind.Delegate };

    private static bool IsTruth(ISymbol symbol) => symbol is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean };
}
