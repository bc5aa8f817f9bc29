using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Whatever the program names itself is called x1, x2, …, apart from names that are read by definition.</summary>
internal sealed class RenamedIdentifiers : Rewriting
{
    public override CSharpCompilation Apply(CSharpCompilation program)
    {
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var result = program;
        foreach (var tree in program.SyntaxTrees)
        {
            var model = program.GetSemanticModel(tree);
            var edits = new Edits();
            foreach (var token in tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
            {
                if (Named(token, model) is { } symbol && CanRename(symbol))
                {
                    if (!names.TryGetValue(symbol, out var name))
                    {
                        names.Add(symbol, name = $"x{names.Count + 1}");
                    }

                    edits.Replace(token, name);
                }
            }

            result = result.ReplaceSyntaxTree(tree, FileRewriting.Parse(tree, edits.ApplyTo(tree)));
        }

        return result;
    }

    private static bool CanRename(ISymbol symbol) =>
        symbol is not (INamespaceSymbol or IAliasSymbol or IDiscardSymbol)
        && !symbol.IsImplicitlyDeclared && symbol.Locations.All(location => location.IsInSource)
        && symbol is not IFieldSymbol { CorrespondingTupleField: not null } && symbol.ContainingType is not { IsAnonymousType: true }
        && symbol.Name.Length > 0 && symbol.Name != "Main" && !ReadNames.IsRead(symbol);

    /// <summary>What a token names, as the one symbol that decides about its name.</summary>
    private static ISymbol? Named(SyntaxToken token, SemanticModel model)
    {
        if (token.Parent is null or IdentifierNameSyntax { IsVar: true })
        {
            return null;
        }

        var info = model.GetSymbolInfo(token.Parent);
        var symbol = model.GetDeclaredSymbol(token.Parent) ?? info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol is null ? null : Root(symbol.OriginalDefinition);
    }

    private static ISymbol Root(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType,
        IMethodSymbol { ReducedFrom: { } extension } => Root(extension),
        IMethodSymbol { OverriddenMethod: { } overridden } => Root(overridden.OriginalDefinition),
        IPropertySymbol { OverriddenProperty: { } overridden } => Root(overridden.OriginalDefinition),
        IParameterSymbol parameter => RecordProperty(parameter) ?? symbol,
        _ => Contract(symbol) ?? symbol,
    };

    /// <summary>The interface member that a member implements.</summary>
    private static ISymbol? Contract(ISymbol symbol) =>
        symbol is IMethodSymbol or IPropertySymbol or IEventSymbol && symbol.ContainingType is { TypeKind: not TypeKind.Interface } type
            ? type.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name))
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition
            : null;

    /// <summary>A record's parameter and property share a name.</summary>
    private static IPropertySymbol? RecordProperty(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record }
            ? record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
}
