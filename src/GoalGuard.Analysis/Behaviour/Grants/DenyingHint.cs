using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>A hint on a tool of a server that denies effects which its body has: a client that believes it asks nobody.</summary>
/// <param name="At">Where the hint is set.</param>
/// <param name="Text">The hint as it is written.</param>
/// <param name="Effects">What it denies.</param>
internal sealed record DenyingHint(SourceSpan At, string Text, ImmutableArray<RatedEffect> Effects)
{
    private const string Hint = "hint";
    private const string ReadOnly = "ReadOnly";
    private const string Destructive = "Destructive";

    public static bool IsHint(RoleEntry entry) => entry is { Role: Role.ToolDefinition, Note: Hint };

    /// <summary>The hint of a marked method that denies most.</summary>
    public static DenyingHint? Of(Engine engine, IMethodSymbol method, CancellationToken cancellation)
    {
        var denials = method.GetAttributes().SelectMany(attribute => Denials(engine, attribute, cancellation)).OrderByDescending(denial => denial.Name, StringComparer.Ordinal).ToList();
        if (denials.Count == 0)
        {
            return null;
        }

        var effects = ToolRating.Of(engine, new[] { ToolBody.Of(engine, method, cancellation) }, cancellation);
        return denials.Select(denial => new DenyingHint(SourceSpan.Of(denial.Syntax), denial.Syntax.ToString(), effects.Where(effect => IsDenied(denial.Name, effect)).ToImmutableArray()))
            .FirstOrDefault(hint => !hint.Effects.IsEmpty);
    }

    private static IEnumerable<(string Name, AttributeArgumentSyntax Syntax)> Denials(Engine engine, AttributeData attribute, CancellationToken cancellation) =>
        attribute.AttributeClass is { } type && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList: { } list }
            ? from given in attribute.NamedArguments
              where given is { Key: ReadOnly, Value.Value: true } or { Key: Destructive, Value.Value: false }
              where type.GetMembers(given.Key).Any(property => engine.Knowledge.RolesOf(property).Any(IsHint))
              from argument in list.Arguments
              where argument.NameEquals?.Name.Identifier.ValueText == given.Key
              select (given.Key, argument)
            : Enumerable.Empty<(string, AttributeArgumentSyntax)>();

    /// <summary>What only adds something destroys nothing, nor does a statement of the program's own with bound parameters.</summary>
    private static bool IsDenied(string hint, RatedEffect effect) => hint == ReadOnly || effect.Effect.Role switch
    {
        Role.EffectProcess or Role.EffectCode or Role.EffectFileDelete or Role.EffectRemoteShell => true,
        Role.EffectFileWrite => !Adds(effect.Effect.Symbol),
        Role.EffectSql => !effect.IsLimited,
        Role.EffectNetwork => effect.Effect.Note?.StartsWith("DELETE", StringComparison.Ordinal) == true,
        _ => Removes(effect.Effect.Symbol),
    };

    private static bool Adds(string symbol) => Member(symbol) is var member && (member.StartsWith("Append", StringComparison.Ordinal) || member.StartsWith("Create", StringComparison.Ordinal));

    private static bool Removes(string symbol) =>
        Member(symbol) is var member && new[] { "Delete", "Remove", "Drop", "Kill", "Purge" }.Any(verb => member.StartsWith(verb, StringComparison.Ordinal));

    private static string Member(string symbol) => symbol.Substring(symbol.LastIndexOf('.') + 1);
}
