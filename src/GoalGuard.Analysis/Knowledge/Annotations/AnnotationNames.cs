namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>What annotations are called. They are known by their full names, so that a program may declare them itself.</summary>
internal static class AnnotationNames
{
    public const string Assembly = "GoalGuard.Annotations";
    public const string Namespace = "GoalGuard.Annotations";

    private const string Suffix = "Attribute";

    /// <summary>The attributes without their suffix.</summary>
    private static readonly ImmutableHashSet<string> Simple = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ModelOutput", "ToolArguments", "Tool", "Effect", "Validator", "Approval", "IterationLimit", "Sandbox", "PromptInput", "SystemPrompt", "Conversation", "UntrustedInput", "Role");

    /// <summary>True for what source code writes between the brackets, or metadata calls the type.</summary>
    public static bool Contains(string name) => Simple.Contains(Short(name));

    public static string Short(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>The annotation that an attribute is, without its suffix; null for any other attribute.</summary>
    public static string? Of(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null } type && Contains(type.Name) && IsOurs(type.ContainingNamespace) ? Short(type.Name) : null;

    private static bool IsOurs(INamespaceSymbol? space) =>
        space is { Name: "Annotations", ContainingNamespace: { Name: "GoalGuard", ContainingNamespace.IsGlobalNamespace: true } };
}
