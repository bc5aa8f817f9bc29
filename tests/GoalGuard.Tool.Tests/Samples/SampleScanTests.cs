using System.Text.Json;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Samples;

/// <summary>The samples, scanned once: what the marked lines promise is what the scan reports.</summary>
public sealed class SampleScanTests(SampleScanTests.SampleScan samples) : IClassFixture<SampleScanTests.SampleScan>
{
    [Fact]
    public void Reports_exactly_the_marked_lines() =>
        Assert.Equal(SampleFiles.Marks.Order(StringComparer.Ordinal), Findings.Select(RuleAndLine).Order(StringComparer.Ordinal));

    [Fact]
    public void Guarded_variants_are_silent() =>
        Assert.DoesNotContain(Findings.Select(RuleAndLine), finding => finding.Contains("/Guarded/", StringComparison.Ordinal));

    [Fact]
    public void Every_unsafe_variant_is_reported()
    {
        var unsafeVariants = SampleFiles.Projects.Select(project => Path.GetDirectoryName(project)!.Replace('\\', '/'))
            .Where(folder => folder.EndsWith("/Unsafe", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(unsafeVariants);
        Assert.All(unsafeVariants, folder => Assert.Contains(Findings.Select(RuleAndLine), finding => finding.Contains(folder, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_finding_tells_the_way_from_its_source_to_the_act() => Assert.All(Findings, finding =>
    {
        var steps = finding.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal("source", steps[0].GetProperty("kind").GetString());
        // What else goes into the act stands behind it.
        Assert.Equal("act", steps.Last(step => step.GetProperty("kind").GetString() != "source").GetProperty("kind").GetString());
        Assert.All(steps, step => Assert.NotEqual(JsonValueKind.Null, step.GetProperty("place").ValueKind));
    });

    [Fact]
    public void Every_sample_was_analysed()
    {
        Assert.Equal(
            SampleFiles.Projects.Select(project => $"{project} net10.0 analysed").Order(StringComparer.Ordinal),
            samples.Result.Projects.Order(StringComparer.Ordinal));
        Assert.Equal(1, samples.Result.ExitCode);
    }

    private IEnumerable<JsonElement> Findings => samples.Result.Report.GetProperty("findings").EnumerateArray();

    private static string RuleAndLine(JsonElement finding)
    {
        var place = finding.GetProperty("place");
        return $"{finding.GetProperty("id")} {place.GetProperty("file")}:{place.GetProperty("line")}";
    }

    /// <summary>One scan for all tests.</summary>
    public sealed class SampleScan : IAsyncLifetime
    {
        internal ScanJson Result { get; private set; } = null!;

        public async Task InitializeAsync() => Result = await Scan.RunJsonAsync(SampleFiles.Root);

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
