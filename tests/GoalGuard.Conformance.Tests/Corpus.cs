using System.Reflection;
using Xunit.Sdk;

namespace GoalGuard.Conformance.Tests;

/// <summary>A program of the corpus: the rule it is about, whether its markup expects reports, and its name.</summary>
public sealed record CorpusProgram(string Rule, bool IsReporting, string Name, string Source)
{
    public TestProgram Program() => new(Source) { About = [Rule] };

    /// <summary>What must be reported, as rule ids with counts: <c>GG6001 x2</c>.</summary>
    public string Expected => Findings.Of(Program().Expected.Select(report => report.Id));

    public override string ToString() => $"{Rule}/{(IsReporting ? "Reporting" : "Silent")}/{Name}";
}

/// <summary>The programs under <c>Metamorphic/Programs</c>: a folder for each rule, and in it those that report and those that are silent.</summary>
public static class Corpus
{
    private const string Prefix = "program/";

    public static IReadOnlyList<CorpusProgram> All { get; } = Read();

    public static IEnumerable<string> Rules => All.Select(program => program.Rule).Distinct();

    public static TheoryData<string> Names()
    {
        var data = new TheoryData<string>();
        foreach (var program in All)
        {
            data.Add(program.ToString());
        }

        return data;
    }

    public static CorpusProgram Named(string name) => All.Single(program => program.ToString() == name);

    private static List<CorpusProgram> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var programs = new List<CorpusProgram>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var parts = resource[Prefix.Length..].Replace('\\', '/').Split('/');
            if (parts.Length != 3 || parts[1] is not ("Reporting" or "Silent"))
            {
                throw new XunitException($"{resource} stands in no folder RULE/Reporting or RULE/Silent");
            }

            programs.Add(new CorpusProgram(parts[0], parts[1] == "Reporting", parts[2], Resource.Text(resource)));
        }

        return programs;
    }
}
