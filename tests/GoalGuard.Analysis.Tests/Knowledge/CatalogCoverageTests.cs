using System.Collections.Immutable;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>
/// The catalogue lists what the libraries offer. A row counts as covered where asking the knowledge base for the row's symbol
/// answers with the row's role; rows of packages that cannot be restored are compared by type and member name.
/// </summary>
public class CatalogCoverageTests(ITestOutputHelper output)
{
    private const double Enough = 0.95;

    [Fact]
    public void CatalogueIsCovered()
    {
        var exceptions = Exceptions();
        var used = new HashSet<string>();
        var results = new SortedDictionary<(string Library, string Role), (int Covered, int Total, List<string> Missing)>();
        foreach (var row in Rows("catalog.tsv"))
        {
            var role = row[0];
            var key = (Library(row[2]), role);
            var (covered, total, missing) = results.TryGetValue(key, out var known) ? known : (0, 0, []);
            var wanted = role;
            if (exceptions.TryGetValue(DocIds.Short(row[4]) + " " + role, out var instead))
            {
                used.Add(DocIds.Short(row[4]) + " " + role);
                if (instead == "-")
                {
                    continue;
                }

                wanted = instead;
            }

            var found = IsCovered(row[4], RoleNames.ByName[wanted]);
            if (!found)
            {
                missing.Add(row[4]);
            }

            results[key] = (covered + (found ? 1 : 0), total + 1, missing);
        }

        foreach (var (key, value) in results)
        {
            output.WriteLine($"{key.Library,-28} {key.Role,-22} {value.Covered,4} / {value.Total,4}");
            value.Missing.ForEach(id => output.WriteLine("    " + id));
        }

        output.WriteLine($"all {results.Values.Sum(value => value.Covered)} / {results.Values.Sum(value => value.Total)}");
        Assert.DoesNotContain(results, result => result.Value.Covered < Enough * result.Value.Total);
        Assert.Empty(exceptions.Keys.Except(used));
    }

    private static readonly Lazy<KnowledgeBase> Everything = new(() => KnowledgeBase.For(
        EmbeddedModels.Files.SelectMany(file => file.Assemblies),
        ImmutableArray<ModelsFile>.Empty));

    private static readonly Lazy<HashSet<(Role Role, string Id)>> Written = new(() =>
        EmbeddedModels.Files.SelectMany(file => file.Roles).Select(entry => (entry.Role, DocIds.Short(entry.Symbol.Text))).ToHashSet());

    private static bool IsCovered(string id, Role role)
    {
        if (DocIds.All.Find(id) is { } symbol)
        {
            return Everything.Value.RolesOf(symbol).Any(entry => entry.Role == role)
                || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                    && Everything.Value.TypeRolesOf(symbol.ContainingType).Any(entry => entry.Role == role));
        }

        var name = DocIds.Short(id);
        return Written.Value.Contains((role, name))
            || (name.EndsWith(".#ctor", StringComparison.Ordinal) && Written.Value.Contains((role, "T:" + name[2..^6])));
    }

    private static string Library(string package) => package switch
    {
        "Microsoft.NETCore.App.Ref" or "Microsoft.AspNetCore.App.Ref" or "System.Memory.Data" => "base class library",
        "System.ClientModel" or "Azure.Core" or "Azure.AI.OpenAI" => "OpenAI",
        _ when package.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal) => "Microsoft.SemanticKernel",
        _ when package.StartsWith("Microsoft.Agents.AI", StringComparison.Ordinal) => "Microsoft.Agents.AI",
        _ when package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) => "Microsoft.Extensions.AI",
        _ when package.StartsWith("ModelContextProtocol", StringComparison.Ordinal) => "ModelContextProtocol",
        _ => package,
    };

    /// <summary>Short id and role → the role it has instead, or <c>-</c> where it has none; each with its reason in the file.</summary>
    private static Dictionary<string, string> Exceptions() =>
        Rows("catalog-exceptions.tsv").ToDictionary(row => row[0] + " " + row[1], row => row[2]);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));
}
