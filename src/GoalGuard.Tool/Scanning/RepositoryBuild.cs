using System.ComponentModel;
using System.Diagnostics;

namespace GoalGuard.Tool.Scanning;

/// <summary>Whether a build went through, and the errors it named.</summary>
internal sealed record BuildOutcome(bool Succeeded, IReadOnlyList<BuildError> Errors);

/// <summary>Calls the repository's own build with GoalGuard's analyzers brought along from outside.</summary>
internal sealed class RepositoryBuild(ScanRequest request, ScanFolder scan)
{
    /// <summary>
    /// What must hold for every compilation: analyzers run, no warning stops the build, and the repository's style checks, audits
    /// and packages are left out because a scan has no use for them. Given on the command line, so that no project overrides it.
    /// </summary>
    private static readonly string[] Switches =
    [
        "RunAnalyzers=true",
        "RunAnalyzersDuringBuild=true",
        "GenerateMSBuildEditorConfigFile=true",
        "TreatWarningsAsErrors=false",
        "CodeAnalysisTreatWarningsAsErrors=false",
        "MSBuildTreatWarningsAsErrors=false",
        "WarningsAsErrors=",
        "MSBuildWarningsAsErrors=",
        "EnableNETAnalyzers=false",
        "EnforceCodeStyleInBuild=false",
        "NuGetAudit=false",
        "GeneratePackageOnBuild=false",
        "RestoreUseStaticGraphEvaluation=false",
        "UseSharedCompilation=false",
    ];

    /// <summary>Set by a <c>dotnet</c> command that started us, for its own SDK; the scanned repository may ask for another.</summary>
    private static readonly string[] ForeignSdkVariables = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH"];

    public async Task<BuildOutcome> RunAsync(BuildTarget target, CancellationToken cancellation)
    {
        var compilationsBefore = ScanNotes.CountCompilations(scan);
        var build = await RunAsync(target, request.Restore, cancellation);
        if (build.Succeeded || !request.Restore || ScanNotes.CountCompilations(scan) > compilationsBefore)
        {
            return build;
        }

        // One project that does not restore stops a whole solution. The others have been restored all the same.
        var others = await RunAsync(target, restore: false, cancellation);
        return new BuildOutcome(false, [.. build.Errors, .. others.Errors.Where(error => !error.IsMissingRestore)]);
    }

    private async Task<BuildOutcome> RunAsync(BuildTarget target, bool restore, CancellationToken cancellation)
    {
        using var process = Start(target, restore);
        try
        {
            var errorOutput = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return Outcome(process.ExitCode == 0, Lines(output + await errorOutput));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(BuildTarget target, bool restore)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Arguments(target, restore))
        {
            WorkingDirectory = target.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment);
        try
        {
            var process = Process.Start(start)!;
            // Nothing in the build gets to ask the person at the terminal.
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new ScanException($"The .NET SDK cannot be started: {exception.Message}", exception);
        }
    }

    private IEnumerable<string> Arguments(BuildTarget target, bool restore)
    {
        string[] configuration = request.Configuration is { } name ? ["--configuration", name] : [];
        string[] noRestore = restore ? [] : ["--no-restore"];
        return
        [
            "build", target.File, "-nologo", "-tl:off", "-v:q", "-clp:NoSummary;ErrorsOnly",
            .. configuration, .. noRestore,
            .. Switches.Select(property => $"-p:{property}"),
            .. request.Properties.Select(property => $"-p:{property}"),
        ];
    }

    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        const string Hook = "CustomAfterDirectoryBuildProps";
        var props = Path.Combine(AppContext.BaseDirectory, "GoalGuard.Scan.props");
        environment[Hook] = environment.TryGetValue(Hook, out var others) && !string.IsNullOrEmpty(others) ? $"{others};{props}" : props;
        environment["GoalGuardScanFolder"] = scan.Path;
        environment["GoalGuardScanRestores"] = request.Restore ? "true" : "false";
        // No process outlives the scan and keeps our assemblies open. (A file-based program takes no switch for it.)
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // Error lines are read; they are not translated.
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var variable in ForeignSdkVariables)
        {
            environment.Remove(variable);
        }
    }

    private static BuildOutcome Outcome(bool succeeded, string[] lines)
    {
        BuildError[] errors = [.. lines.Select(BuildError.Parse).OfType<BuildError>()];
        // An SDK that cannot be found, for one, is not told in the form of a build error.
        return succeeded || errors.Length > 0
            ? new BuildOutcome(succeeded, errors)
            : new BuildOutcome(false, [.. lines.TakeLast(3).Select(line => new BuildError(line))]);
    }

    private static string[] Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
