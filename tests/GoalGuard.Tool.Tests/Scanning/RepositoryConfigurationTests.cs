using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

/// <summary>The repository's own settings neither hide what GoalGuard says nor stop the scan.</summary>
public sealed class RepositoryConfigurationTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("App", Programs.ModelTextToShell, items: Programs.ModelPackage);

    [Fact]
    public async Task Severities_do_not_count()
    {
        _repository
            .Write("Directory.Build.props", """
                <Project>
                  <PropertyGroup>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <WarningsAsErrors>GG6001;CS0168</WarningsAsErrors>
                    <NoWarn>$(NoWarn);GG6001;GG0006;GG0007</NoWarn>
                  </PropertyGroup>
                </Project>
                """)
            .Write(".editorconfig", """
                root = true
                [*.cs]
                dotnet_diagnostic.GG6001.severity = none
                dotnet_analyzer_diagnostic.severity = none
                """)
            .Write("App/Warned.cs", "class Warned { void Method() { int unused; } }");

        await ExpectTheFinding();
    }

    [Theory]
    [InlineData("<RunAnalyzers>false</RunAnalyzers>")]
    [InlineData("<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild>")]
    [InlineData("<GenerateMSBuildEditorConfigFile>false</GenerateMSBuildEditorConfigFile>")]
    [InlineData("<ErrorLog>own.sarif</ErrorLog>")]
    [InlineData("<UseArtifactsOutput>true</UseArtifactsOutput>")]
    [InlineData("<CustomAfterMicrosoftCommonTargets>$(MSBuildThisFileDirectory)Directory.Build.targets</CustomAfterMicrosoftCommonTargets>")]
    [InlineData("<CustomAfterDirectoryBuildTargets>$(MSBuildThisFileDirectory)Directory.Build.targets</CustomAfterDirectoryBuildTargets>")]
    public async Task Build_properties_do_not_count(string property)
    {
        _repository.Write("Directory.Build.props", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>");

        await ExpectTheFinding();
    }

    [Fact]
    public async Task Style_checks_of_the_repository_do_not_stop_the_scan()
    {
        _repository
            .Write("Directory.Build.props", """
                <Project>
                  <PropertyGroup>
                    <AnalysisMode>All</AnalysisMode>
                    <EnableNETAnalyzers>true</EnableNETAnalyzers>
                    <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                  </PropertyGroup>
                </Project>
                """)
            .Write(".editorconfig", """
                root = true
                [*.cs]
                dotnet_analyzer_diagnostic.severity = error
                """);

        await ExpectTheFinding();
    }

    [Fact]
    public async Task A_GoalGuard_that_the_repository_installed_is_not_loaded_beside_ours()
    {
        var installed = Path.Combine(AppContext.BaseDirectory, "analyzers");
        File.Copy(Path.Combine(installed, "GoalGuard.Analyzers.dll"), _repository.PathOf("GoalGuard.Analyzers.dll"));
        File.Copy(Path.Combine(installed, "GoalGuard.Analysis.dll"), _repository.PathOf("GoalGuard.Analysis.dll"));
        _repository.Write("Directory.Build.targets", """
            <Project><ItemGroup><Analyzer Include="$(MSBuildThisFileDirectory)GoalGuard.*.dll" /></ItemGroup></Project>
            """);

        await ExpectTheFinding();
    }

    [Fact]
    public async Task Source_generators_of_the_repository_still_run()
    {
        _repository.Write("App/Generated.cs", """
            public partial class Generated
            {
                [System.Text.RegularExpressions.GeneratedRegex("a+")]
                public static partial System.Text.RegularExpressions.Regex Pattern();
            }
            """);

        await ExpectTheFinding();
    }

    [Fact]
    public async Task A_models_file_beside_the_project_is_read_without_the_package()
    {
        _repository.Write("App/Own.goalguard.models", "no role at all");

        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Contains("GG0003 warning Own.goalguard.models:1 net10.0", scan.Findings);
    }

    private async Task ExpectTheFinding()
    {
        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Empty(scan.BuildErrors);
        Assert.Equal(["GG6001 warning Code.cs:13 net10.0"], scan.Findings);
        Assert.Equal(1, scan.ExitCode);
    }

    public void Dispose() => _repository.Dispose();
}
