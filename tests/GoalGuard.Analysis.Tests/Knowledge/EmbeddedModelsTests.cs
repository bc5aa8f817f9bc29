using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>Every line of the embedded files means something: it parses, its symbol exists, and its places fit the symbol.</summary>
public class EmbeddedModelsTests(ITestOutputHelper output)
{
    /// <summary>
    /// Files that can be held against assemblies here. The others speak of packages that cannot be restored, or would only be
    /// restored for this test, and of names that libraries have given up.
    /// </summary>
    private static readonly string[] Restored =
    [
        "agent-framework.models", "anthropic.models", "microsoft-extensions-ai.models", "modelcontextprotocol.models",
        "ollamasharp.models", "openai.models", "raw-http.models", "semantic-kernel.models", "system-clientmodel.models",
    ];

    private static bool IsRestored(ModelsFile file) =>
        Restored.Contains(file.Name) || file.Name.StartsWith("bcl-", StringComparison.Ordinal);

    [Fact]
    public void EveryLineParses()
    {
        Assert.NotEmpty(EmbeddedModels.Files);
        Assert.Empty(EmbeddedModels.Files.SelectMany(file => file.Errors));
    }

    [Fact]
    public void HeadsSayWhatTheFilesSay()
    {
        Assert.Equal(EmbeddedModels.Files.SelectMany(file => file.Libraries).Distinct().Order(), EmbeddedModels.Libraries.Order());
        foreach (var file in EmbeddedModels.Files.Where(file => !file.Assemblies.IsEmpty))
        {
            Assert.All(file.Assemblies, assembly => Assert.Contains(file, EmbeddedModels.FilesFor(new HashSet<string> { assembly })));
        }
    }

    [Fact]
    public void NoLineIsWrittenTwice()
    {
        var lines = EmbeddedModels.Files.SelectMany(file => file.Text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Where(line => !line.StartsWith("library ", StringComparison.Ordinal) && !line.StartsWith("assembly ", StringComparison.Ordinal)));
        Assert.Empty(lines.GroupBy(line => line.Split(" : ")[0]).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void EveryRoleIsDocumented()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Knowledge", "README.md"));
        Assert.All(RoleNames.ByName.Keys, role => Assert.Contains($"| `{role}` |", readme, StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Role>().Length, RoleNames.OfRole.Count);
    }

    [Fact]
    public void EverySymbolExistsAndHasThePlaces()
    {
        var wrong = new List<string>();
        foreach (var file in EmbeddedModels.Files.Where(IsRestored))
        {
            foreach (var entry in file.Roles)
            {
                Check(entry.Symbol, entry.Origin, [entry.Place, entry.When?.Place]);
            }

            foreach (var entry in file.Flows)
            {
                Check(entry.Symbol, entry.Origin, [entry.From, entry.To]);
            }
        }

        wrong.ForEach(output.WriteLine);
        Assert.Empty(wrong);

        void Check(SymbolPattern pattern, EntryOrigin origin, Place?[] places)
        {
            var symbols = Symbols(pattern);
            if (symbols.Count == 0)
            {
                wrong.Add($"{origin.File}:{origin.Line}: nothing is called {pattern.Text}");
            }

            foreach (var place in places.Where(place => place is not null && symbols.Count > 0 && !symbols.Any(symbol => Fits(place, symbol))))
            {
                wrong.Add($"{origin.File}:{origin.Line}: {pattern.Text} has no place {place}");
            }
        }
    }

    private static IReadOnlyList<ISymbol> Symbols(SymbolPattern pattern) => pattern switch
    {
        { Parameters: not null } => DocIds.All.Find(pattern.Text) is { } symbol ? [symbol] : [],
        _ => DocIds.All.Overloads(pattern.Text),
    };

    private static bool Fits(Place place, ISymbol symbol)
    {
        if (place.Root == PlaceRoot.Value)
        {
            return symbol is IPropertySymbol or IFieldSymbol or IEventSymbol;
        }

        if (place.Root != PlaceRoot.Argument)
        {
            return symbol is not INamedTypeSymbol && (place.Root != PlaceRoot.This || !symbol.IsStatic);
        }

        if (symbol is INamedTypeSymbol { DelegateInvokeMethod: null })
        {
            // Constructors of derived types, which may be out of sight.
            return place.Steps.IsEmpty;
        }

        var parameter = Parameters(symbol).FirstOrDefault(parameter => parameter.Name == place.Argument);
        if (parameter is null)
        {
            return false;
        }

        var delegateStep = place.Steps.FirstOrDefault(step => step.Kind is PlaceStepKind.DelegateParameter or PlaceStepKind.DelegateResult);
        if (delegateStep != default && place.Steps[0].Equals(delegateStep))
        {
            var invoke = Delegate(parameter.Type)?.DelegateInvokeMethod;
            return invoke is not null && (delegateStep.Kind == PlaceStepKind.DelegateResult
                ? !invoke.ReturnsVoid
                : invoke.Parameters.Any(given => given.Name == delegateStep.Name));
        }

        return !place.Steps.Any(step => step.Kind == PlaceStepKind.After) || parameter.RefKind != RefKind.None;
    }

    /// <summary>The delegate, also inside the <c>Expression&lt;T&gt;</c> that queryables take.</summary>
    private static INamedTypeSymbol? Delegate(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Expression" } expression
        ? expression.TypeArguments[0] as INamedTypeSymbol
        : type as INamedTypeSymbol;

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        _ => [],
    };
}
