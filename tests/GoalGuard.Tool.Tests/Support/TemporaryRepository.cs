using System.Diagnostics;

namespace GoalGuard.Tool.Tests.Support;

/// <summary>
/// Somebody else's repository, in a folder whose name says much to shells and to MSBuild. Its own Directory.* files keep those of other folders out.
/// </summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository()
    {
        Root = Directory.CreateTempSubdirectory("goalguard's tests (100%) ").FullName;
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true");
    }

    public string Root { get; }

    public string PathOf(string file) => Path.Combine(Root, file);

    public TemporaryRepository Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text.ReplaceLineEndings("\n"));
        return this;
    }

    /// <summary>A project with one source file in a folder of the same name.</summary>
    public TemporaryRepository WriteProject(string name, string code, string? frameworks = null, string items = "")
    {
        var framework = frameworks is null ? "<TargetFramework>net10.0</TargetFramework>" : $"<TargetFrameworks>{frameworks}</TargetFrameworks>";
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{framework}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        return Write($"{name}/Code.cs", code);
    }

    public TemporaryRepository WriteSolution(string file, params string[] projects) =>
        Write(file, $"<Solution>{string.Concat(projects.Select(project => $"""<Project Path="{project}" />"""))}</Solution>");

    public string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed: {output}{error.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
