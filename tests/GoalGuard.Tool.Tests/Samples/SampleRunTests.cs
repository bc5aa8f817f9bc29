using System.Diagnostics;
using System.Reflection;

namespace GoalGuard.Tool.Tests.Samples;

/// <summary>Samples are programs: each runs to its end without network, key or terminal.</summary>
public sealed class SampleRunTests
{
    /// <summary>A request that leaves the process ends here: nobody listens.</summary>
    private const string NoProxy = "http://127.0.0.1:1";

    private static readonly string Configuration =
        typeof(SampleRunTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static TheoryData<string> Projects => new(SampleFiles.Projects.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Runs_offline(string project)
    {
        var start = new ProcessStartInfo("dotnet", [Built(project)])
        {
            WorkingDirectory = SampleFiles.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HTTP_PROXY"] = start.Environment["HTTPS_PROXY"] = start.Environment["ALL_PROXY"] = NoProxy;
        start.Environment.Remove("OPENAI_API_KEY");

        using var sample = Process.Start(start)!;
        sample.StandardInput.Close();
        var error = sample.StandardError.ReadToEndAsync();
        var output = await sample.StandardOutput.ReadToEndAsync();
        await sample.WaitForExitAsync();

        Assert.True(sample.ExitCode == 0, output + await error);
        Assert.NotEmpty(output);
    }

    private static string Built(string project) => Path.Combine(
        SampleFiles.Root, Path.GetDirectoryName(project)!, "bin", Configuration, "net10.0", Path.ChangeExtension(Path.GetFileName(project), ".dll"));
}
