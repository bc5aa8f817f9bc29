using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

/// <summary>What could not be analysed is never clean, and hides nothing of the rest.</summary>
public sealed class FailedBuildTests : IDisposable
{
    private const string NoSuchPackage = """<PackageReference Include="GoalGuard.No.Such.Package" Version="1.0.0" />""";

    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, items: Programs.ModelPackage)
        .WriteSolution("All.slnx", "App/App.csproj", "Bad/Bad.csproj");

    [Fact]
    public async Task A_project_that_does_not_compile_is_named_with_its_first_errors()
    {
        _repository.WriteProject("Bad", Programs.DoesNotCompile);

        var scan = await Scan.RunAsync(_repository.Root);

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("NOT ANALYSED Bad/Bad.csproj (net10.0): it does not compile", scan.Output, StringComparison.Ordinal);
        Assert.Contains("Bad/Code.cs(3,28): error CS0103", scan.Output, StringComparison.Ordinal);
        Assert.Contains("The scan is not complete.", scan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_findings_are_still_printed()
    {
        _repository.WriteProject("Bad", Programs.DoesNotCompile);

        var scan = await Scan.RunJsonAsync(_repository.Root, "--allow-partial");

        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0"], scan.Findings);
        Assert.Equal(1, scan.ExitCode);
    }

    [Fact]
    public async Task A_project_that_does_not_restore_does_not_stop_the_others()
    {
        _repository.WriteProject("Bad", Programs.Harmless, "net10.0;netstandard2.0", NoSuchPackage);

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Equal(
            ["App/App.csproj net10.0 analysed", "Bad/Bad.csproj net10.0 notAnalysed", "Bad/Bad.csproj netstandard2.0 notAnalysed"],
            scan.Projects);
        Assert.Contains("NU1101", Assert.Single(scan.BuildErrors), StringComparison.Ordinal);
        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0"], scan.Findings);
        Assert.Equal(2, scan.ExitCode);
    }

    [Fact]
    public async Task Nor_in_a_folder_without_solution()
    {
        File.Delete(_repository.PathOf("All.slnx"));
        _repository.WriteProject("Bad", Programs.Harmless, items: NoSuchPackage);

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Equal(["App/App.csproj net10.0 analysed", "Bad/Bad.csproj net10.0 notAnalysed"], scan.Projects);
        Assert.Contains(scan.BuildErrors, error => error.Contains("NU1101", StringComparison.Ordinal));
        Assert.Equal(2, scan.ExitCode);
    }

    [Fact]
    public async Task A_project_that_cannot_be_read_is_listed()
    {
        _repository.Write("Bad/Bad.csproj", "<Project");

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Contains("Bad/Bad.csproj  notAnalysed", scan.Projects);
        Assert.NotEmpty(scan.BuildErrors);
        Assert.Equal(2, scan.ExitCode);
    }

    [Fact]
    public async Task A_project_behind_one_that_does_not_compile_is_not_analysed()
    {
        _repository
            .WriteProject("Bad", Programs.DoesNotCompile)
            .WriteProject("User", Programs.Harmless, items: """<ProjectReference Include="../Bad/Bad.csproj" />""");

        var scan = await Scan.RunJsonAsync(_repository.PathOf("User"));

        Assert.Equal(["../Bad/Bad.csproj net10.0 notAnalysed", "User.csproj net10.0 notAnalysed"], scan.Projects);
        Assert.Equal(2, scan.ExitCode);
    }

    [Fact]
    public async Task An_SDK_that_cannot_be_found_is_said()
    {
        _repository.WriteProject("Bad", Programs.Harmless).Write("global.json", """{ "sdk": { "version": "99.0.100" } }""");

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.NotEmpty(scan.BuildErrors);
        Assert.Equal(["App/App.csproj  notAnalysed", "Bad/Bad.csproj  notAnalysed"], scan.Projects);
        Assert.Equal(2, scan.ExitCode);
    }

    public void Dispose() => _repository.Dispose();
}
