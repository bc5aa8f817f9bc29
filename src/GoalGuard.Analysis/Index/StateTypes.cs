using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Index;

/// <summary>Tells by the written type whether a field or property may hold text: services, numbers and tasks do not.</summary>
internal static class StateTypes
{
    private static readonly ImmutableHashSet<string> NoText = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Task", "ValueTask", "CancellationToken", "CancellationTokenSource", "SemaphoreSlim", "Lock", "Timer", "Stopwatch", "TimeSpan", "DateTime", "DateTimeOffset",
        "Guid", "HttpClient", "Type", "MethodInfo", "Activity", "ActivitySource", "Meter", "JsonSerializerOptions", "Random", "Thread", "Counter", "Histogram");

    public static bool MayHoldText(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax field => Holds(field.Declaration.Type),
        PropertyDeclarationSyntax property => Holds(property.Type),
        _ => false,
    };

    public static bool MayHoldText(ParameterSyntax parameter) => parameter.Type is { } type && Holds(type);

    private static bool Holds(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => Holds(nullable.ElementType),
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText is "string" or "object" or "dynamic",
        SimpleNameSyntax name => !NoText.Contains(name.Identifier.ValueText) && !IsService(name.Identifier.ValueText),
        QualifiedNameSyntax qualified => Holds(qualified.Right),
        AliasQualifiedNameSyntax alias => Holds(alias.Name),
        _ => true,
    };

    /// <summary>An interface that is no collection.</summary>
    private static bool IsService(string name) =>
        name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1])
        && !(name.StartsWith("IEnumerable", StringComparison.Ordinal) || name.StartsWith("IList", StringComparison.Ordinal)
            || name.StartsWith("ICollection", StringComparison.Ordinal)
            || name.StartsWith("IDictionary", StringComparison.Ordinal) || name.StartsWith("IReadOnly", StringComparison.Ordinal)
            || name.StartsWith("ISet", StringComparison.Ordinal)
            || name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal) || name == "IProgress");
}
