using System.Text.Json.Nodes;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Sarif;

public sealed class ScannedSarifTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, "net10.0;netstandard2.0", Programs.ModelPackage);

    [Fact]
    public async Task The_merged_file_holds_a_run_for_each_framework_with_our_results_alone()
    {
        var file = _repository.PathOf("out.sarif");

        await Scan.RunAsync(_repository.Root, "--sarif", file);

        var runs = JsonNode.Parse(await File.ReadAllTextAsync(file))!["runs"]!.AsArray();
        Assert.Equal(2, runs.Count);
        foreach (var run in runs)
        {
            var rules = run!["tool"]!["driver"]!["rules"]!.AsArray();
            Assert.All(rules, rule => Assert.StartsWith("GG", (string?)rule!["id"], StringComparison.Ordinal));
            var finding = Assert.Single(run["results"]!.AsArray(), result => (string?)result!["ruleId"] == "GG6001")!;
            Assert.Equal("GG6001", (string?)rules[(int)finding["ruleIndex"]!]!["id"]);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said()
    {
        var scan = await Scan.RunAsync(_repository.Root, "--sarif", _repository.PathOf("no/such/folder/out.sarif"));

        Assert.Equal(2, scan.ExitCode);
        Assert.NotEmpty(scan.Error);
    }

    public void Dispose() => _repository.Dispose();
}
