using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Library types are named through <c>using</c> aliases.</summary>
internal sealed class AliasedTypes : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        var aliases = new Dictionary<string, string>();
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => !name.IsVar))
        {
            if (Type(name, model) is { } type && name.Parent is not (QualifiedNameSyntax or UsingDirectiveSyntax) && !IsMemberName(name))
            {
                var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
                if (!aliases.TryGetValue(full, out var alias))
                {
                    aliases.Add(full, alias = $"Alias{aliases.Count + 1}");
                }

                edits.Replace(name, alias);
            }
        }

        edits.Insert(root.Usings.LastOrDefault()?.Span.End ?? 0, "\n" + string.Concat(aliases.Select(alias => $"using {alias.Value} = {alias.Key};\n")));
        return aliases.Count == 0 ? root.SyntaxTree.ToString() : edits.ApplyTo(root.SyntaxTree);
    }

    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name;

    /// <summary>The library type that a name stands for; of an attribute, its class.</summary>
    private static INamedTypeSymbol? Type(IdentifierNameSyntax name, SemanticModel model)
    {
        var symbol = model.GetSymbolInfo(name).Symbol;
        var type = symbol as INamedTypeSymbol ?? (name.Parent is AttributeSyntax ? symbol?.ContainingType : null);
        return type is { Arity: 0 } && !type.Locations.Any(location => location.IsInSource) ? type : null;
    }
}
