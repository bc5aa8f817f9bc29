using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

public sealed class WorkingTreeTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, "net10.0;netstandard2.0", Programs.ModelPackage)
        .Write("app.cs", Programs.FileBased)
        .Write(".gitignore", "bin/\nobj/\n");

    [Theory]
    [InlineData("App")]
    [InlineData("app.cs")]
    public async Task A_scan_leaves_no_trace(string path)
    {
        _repository.Run("git", "init", "--quiet");
        var before = Status();

        await Scan.RunAsync(_repository.PathOf(path));

        Assert.Equal(before, Status());
    }

    [Theory]
    [InlineData("<DocumentationFile>docs/App.xml</DocumentationFile>")]
    [InlineData("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>")]
    [InlineData("<UseArtifactsOutput>true</UseArtifactsOutput>")]
    [InlineData("<BaseIntermediateOutputPath>intermediate/</BaseIntermediateOutputPath>")]
    [InlineData("<GeneratePackageOnBuild>true</GeneratePackageOnBuild><PackageOutputPath>packages</PackageOutputPath>")]
    public async Task Nor_where_the_build_itself_would_leave_one(string property)
    {
        _repository.Write("Directory.Build.props", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>");
        _repository.Run("git", "init", "--quiet");
        var before = Status();

        var scan = await Scan.RunAsync(_repository.PathOf("App"));

        Assert.NotEqual(2, scan.ExitCode);
        Assert.Equal(before, Status());
    }

    [Fact]
    public async Task A_scan_touches_no_output_of_an_earlier_build()
    {
        _repository.Run("dotnet", "build", "App");
        var before = Outputs();

        await Scan.RunAsync(_repository.PathOf("App"));

        Assert.Equal(before, Outputs());
    }

    private string Status() => _repository.Run("git", "status", "--porcelain", "--ignored", "--untracked-files=all");

    private List<(string File, DateTime Written)> Outputs() =>
    [
        .. Directory.EnumerateFiles(_repository.PathOf("App"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.GetLastWriteTimeUtc(file))),
    ];

    public void Dispose() => _repository.Dispose();
}
