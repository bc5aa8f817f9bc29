using System.Text.Json;

namespace GoalGuard.Package.Tests;

[Collection(PackedPackageTests.Name)]
public class ConsumerTests(PackedPackage package)
{
    [Fact]
    public async Task A_program_with_a_model_library_is_warned() =>
        Assert.StartsWith("Agent.cs(11,30): warning GG6001: Model output of", Report(await ReportsOfAsync("Agent")), StringComparison.Ordinal);

    [Fact]
    public async Task The_compilers_log_has_the_properties()
    {
        await ReportsOfAsync("Agent");
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(package.Consumers.PathOf("Agent/Agent.sarif")));
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
        var result = results.Single(result => result.GetProperty("ruleId").GetString() == "GG6001");
        var properties = result.GetProperty("properties").GetProperty("customProperties");
        Assert.Equal("ToolUse", properties.GetProperty("pathway").GetString());
        Assert.Equal("W", properties.GetProperty("level").GetString());
        Assert.StartsWith("source|", properties.GetProperty("steps").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("v1:", properties.GetProperty("fingerprint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_posts_to_a_completion_address_is_warned() =>
        Assert.StartsWith("Endpoint.cs(12,30): warning GG6001: ", Report(await ReportsOfAsync("Endpoint")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Plain")]
    [InlineData("Downstream")]
    [InlineData("SilencedById")]
    [InlineData("SilencedByCategory")]
    public async Task Nothing_is_said_about(string project) => Assert.Empty(await ReportsOfAsync(project));

    [Fact]
    public async Task A_malformed_line_is_named_and_the_other_lines_count() =>
        Assert.Collection(
            await ReportsOfAsync("Own"),
            line => Assert.StartsWith("own.goalguard.models(3,1): warning GG0003: ", Report([line]), StringComparison.Ordinal),
            line => Assert.StartsWith("Own.cs(12,48): warning GG6001: ", Report([line]), StringComparison.Ordinal));

    [Fact]
    public async Task A_project_is_told_what_another_is_annotated_with() =>
        Assert.StartsWith("Told.cs(7,53): warning GG6001: Model output of Oracle.Ask", Report(await ReportsOfAsync("Told")), StringComparison.Ordinal);

    [Fact]
    public async Task Warnings_as_errors_fail_the_build()
    {
        var build = await package.Consumers.RunAsync("Endpoint", "build", "--no-restore", "--no-incremental", "-p:TreatWarningsAsErrors=true");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("error GG6001: ", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formatting_applies_the_fix()
    {
        var format = await package.Consumers.RunAsync("Fixed", "format", "analyzers", "--no-restore", "--diagnostics", "GG6001", "--severity", "warn");
        Assert.True(format.ExitCode == 0, format.Output);
        var code = await File.ReadAllTextAsync(package.Consumers.PathOf("Fixed/Fixed.cs"));
        Assert.Contains("""Process.Start("git", ["log", reply]);""", code, StringComparison.Ordinal);
    }

    /// <summary>The only line, from the file's name on.</summary>
    private static string Report(IReadOnlyList<string> lines)
    {
        var line = Assert.Single(lines);
        return line[(line.LastIndexOfAny(['/', '\\'], line.IndexOf('(')) + 1)..];
    }

    private async Task<IReadOnlyList<string>> ReportsOfAsync(string project) =>
        [.. (await package.Consumers.LinesAsync(project)).Where(line => line.Contains(" GG", StringComparison.Ordinal)).OrderDescending(StringComparer.Ordinal)];
}
