namespace GoalGuard.Package.Tests;

/// <summary>Projects outside the repository that use the package; built once, all together, when a test first asks.</summary>
internal sealed class Consumers
{
    private readonly string _folder;
    private readonly Lazy<Task<string>> _output;

    public Consumers(string parent, string packages, string version)
    {
        _folder = Path.Combine(parent, "consumers");
        Copy(Path.Combine(Repository.Root, "tests", "GoalGuard.Package.Tests", "Consumers"), _folder);
        File.Copy(Path.Combine(Repository.Root, "global.json"), PathOf("global.json"));
        File.WriteAllText(PathOf("Versions.props"), Versions(parent, version));
        File.WriteAllText(PathOf("nuget.config"), NuGetConfig(packages));
        _output = new(async () => (await Sdk.RunAsync(_folder, "build", "All.slnx", "-v", "minimal")).Succeeded().Output);
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>The different lines of the build's output that speak of a file of a project.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string project) =>
        (await _output.Value).Split('\n').Select(line => line.Trim()).Distinct()
            .Where(line => line.EndsWith($"{Path.DirectorySeparatorChar}{project}.csproj]", StringComparison.Ordinal)).ToList();

    /// <summary>One more command in the folder of a project, after the build of all.</summary>
    public async Task<Sdk.Result> RunAsync(string project, params string[] arguments)
    {
        await _output.Value;
        return await Sdk.RunAsync(PathOf(project), arguments);
    }

    /// <summary>The packages of the test run go to a folder of their own; what the machine has already is read from where it is.</summary>
    private static string Versions(string parent, string version) => $"""
        <Project>
          <PropertyGroup>
            <GoalGuardVersion>{version}</GoalGuardVersion>
            <ExtensionsAIVersion>{Repository.VersionOf("Microsoft.Extensions.AI")}</ExtensionsAIVersion>
            <RestorePackagesPath>{Path.Combine(parent, "restored")}</RestorePackagesPath>
            <RestoreFallbackFolders>{Repository.PackagesFolder}</RestoreFallbackFolders>
          </PropertyGroup>
        </Project>
        """;

    private static string NuGetConfig(string packages) => $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{packages}" />
          </packageSources>
        </configuration>
        """;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
