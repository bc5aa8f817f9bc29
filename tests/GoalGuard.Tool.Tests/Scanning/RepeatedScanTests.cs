using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

public sealed class RepeatedScanTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, items: Programs.ModelPackage);

    [Fact]
    public async Task What_was_built_or_scanned_before_makes_no_difference()
    {
        var first = await Scan.RunAsync(_repository.Root);
        var second = await Scan.RunAsync(_repository.Root);
        _repository.Run("dotnet", "build", "App");
        var afterBuild = await Scan.RunAsync(_repository.Root);

        Assert.Contains("GG6001", first.Output, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(first, afterBuild);
    }

    [Fact]
    public async Task An_earlier_restore_is_enough()
    {
        _repository.Run("dotnet", "restore", "App");

        var scan = await Scan.RunJsonAsync(_repository.Root, "--no-restore");

        Assert.Equal(["GG6001 warning App/Code.cs:13 net10.0"], scan.Findings);
    }

    [Fact]
    public async Task A_project_that_insists_on_its_own_output_folders_is_compiled_again()
    {
        _repository.Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <IntermediateOutputPath>kept/</IntermediateOutputPath>
              </PropertyGroup>
              <ItemGroup>{Programs.ModelPackage}</ItemGroup>
            </Project>
            """);
        var first = await Scan.RunAsync(_repository.Root);
        var second = await Scan.RunAsync(_repository.Root);

        Assert.Contains("GG6001", first.Output, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    public void Dispose() => _repository.Dispose();
}
