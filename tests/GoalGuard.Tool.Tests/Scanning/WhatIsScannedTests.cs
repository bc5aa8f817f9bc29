using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

public sealed class WhatIsScannedTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, items: Programs.ModelPackage + """<ProjectReference Include="../Lib/Lib.csproj" />""")
        .WriteProject("Lib", Programs.Harmless);

    [Fact]
    public async Task A_project_is_scanned_with_what_it_references()
    {
        var scan = await Scan.RunJsonAsync(_repository.PathOf("App/App.csproj"));

        Assert.Equal(["App.csproj net10.0 analysed", "../Lib/Lib.csproj net10.0 analysed"], scan.Projects);
        Assert.Equal(["GG6001 warning Code.cs:13 net10.0"], scan.Findings);
        Assert.Equal(1, scan.ExitCode);
    }

    [Fact]
    public async Task A_solution_is_scanned_with_all_its_projects()
    {
        _repository.WriteSolution("All.slnx", "App/App.csproj", "Lib/Lib.csproj");

        var scan = await Scan.RunJsonAsync(_repository.PathOf("All.slnx"));

        Assert.Equal(["App/App.csproj net10.0 analysed", "Lib/Lib.csproj net10.0 analysed"], scan.Projects);
        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0"], scan.Findings);
    }

    [Fact]
    public async Task A_folder_is_scanned_by_its_solution()
    {
        _repository.WriteSolution("All.slnx", "Lib/Lib.csproj");

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Equal(["Lib/Lib.csproj net10.0 analysed"], scan.Projects);
        Assert.Equal(0, scan.ExitCode);
        Assert.Equal(["App/App.csproj"], scan.Outside);
    }

    [Fact]
    public async Task A_folder_without_solution_is_scanned_by_its_projects()
    {
        _repository.Write("Other/Lib/Lib.csproj", Programs.EmptyProject);

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Equal(
            ["App/App.csproj net10.0 analysed", "Lib/Lib.csproj net10.0 analysed", "Other/Lib/Lib.csproj net10.0 analysed"],
            scan.Projects);
        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0"], scan.Findings);
    }

    [Fact]
    public async Task A_file_based_program_is_scanned()
    {
        _repository.Write("app.cs", Programs.FileBased);

        var scan = await Scan.RunJsonAsync(_repository.PathOf("app.cs"));

        Assert.Equal(["app.cs net10.0 analysed"], scan.Projects);
        Assert.Equal(["GG6001 warning app.cs:7 net10.0"], scan.Findings);
    }

    [Fact]
    public async Task Other_languages_are_skipped_and_named()
    {
        _repository
            .Write("Fs/Fs.fsproj", Programs.EmptyProject)
            .WriteSolution("All.slnx", "Fs/Fs.fsproj", "Lib/Lib.csproj");

        var scan = await Scan.RunJsonAsync(_repository.Root, "--allow-partial");

        Assert.Contains("Fs/Fs.fsproj  skipped", scan.Projects);
        Assert.Contains("Lib/Lib.csproj net10.0 analysed", scan.Projects);
    }

    public void Dispose() => _repository.Dispose();
}
