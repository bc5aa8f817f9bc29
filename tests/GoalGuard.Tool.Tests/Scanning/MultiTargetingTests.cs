using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

public sealed class MultiTargetingTests : IDisposable
{
    private const string Frameworks = "net10.0;netstandard2.0";

    private readonly TemporaryRepository _repository = new();

    [Fact]
    public async Task A_finding_of_all_frameworks_is_printed_once()
    {
        _repository.WriteProject("App", Programs.ModelTextToShell, Frameworks, Programs.ModelPackage);

        var json = await Scan.RunJsonAsync(_repository.Root);
        var text = await Scan.RunAsync(_repository.Root);

        Assert.Equal(["App/App.csproj net10.0 analysed", "App/App.csproj netstandard2.0 analysed"], json.Projects);
        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0,netstandard2.0"], json.Findings);
        Assert.DoesNotContain("only in", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_of_one_framework_names_it()
    {
        _repository.WriteProject("App", $"#if NET\n{Programs.ModelTextToShell}\n#endif", Frameworks, Programs.ModelPackage);

        var text = await Scan.RunAsync(_repository.Root);

        Assert.Contains("only in net10.0", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referenced_project_counts_for_the_framework_that_is_needed()
    {
        _repository
            .WriteProject("Lib", Programs.Harmless, Frameworks)
            .WriteProject("App", "class App : Harmless;", items: """<ProjectReference Include="../Lib/Lib.csproj" />""");

        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Equal(["App.csproj net10.0 analysed", "../Lib/Lib.csproj net10.0 analysed"], scan.Projects);
        Assert.Equal(0, scan.ExitCode);
    }

    public void Dispose() => _repository.Dispose();
}
