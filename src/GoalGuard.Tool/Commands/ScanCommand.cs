using System.CommandLine;
using System.CommandLine.Parsing;
using GoalGuard.Tool.Output;
using GoalGuard.Tool.Sarif;
using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Commands;

/// <summary><c>goalguard scan PATH</c>.</summary>
internal sealed class ScanCommand : Command
{
    private readonly Argument<string> _path = new("path")
    {
        Description = "A solution, a project, a C# file that is a program, or a folder.",
    };

    private readonly Option<FailOn> _failOn = new("--fail-on")
    {
        Description = "The least level of a finding that makes the exit code 1.",
        DefaultValueFactory = _ => FailOn.Warning,
    };

    private readonly Option<bool> _allowPartial = new("--allow-partial")
    {
        Description = "Let the findings decide about the exit code even if something could not be analysed.",
    };

    private readonly Option<FileInfo> _sarif = new("--sarif") { Description = "Write all runs into one SARIF file.", HelpName = "file" };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write the report as JSON, and nothing else, to the standard output.",
    };

    private readonly Option<string> _configuration = new("--configuration", "-c") { Description = "The build configuration to scan." };

    private readonly Option<string[]> _properties = new("--property", "-p")
    {
        Description = "A property for the build; can be given more than once.",
        HelpName = "name=value",
    };

    private readonly Option<bool> _noRestore = new("--no-restore") { Description = "Use what an earlier restore left behind." };

    private readonly Consoles _consoles;

    public ScanCommand(Consoles consoles)
        : base(
            "scan",
            "Builds a program with GoalGuard's analyzers and reports what they find. The repository's own build runs: "
            + "scan only what you would build. Nothing in it is edited.")
    {
        _consoles = consoles;
        _failOn.AcceptOnlyFromAmong("warning", "info", "never");
        _properties.Validators.Add(RequireNameAndValue);
        Arguments.Add(_path);
        foreach (var option in new Option[] { _failOn, _allowPartial, _sarif, _json, _configuration, _properties, _noRestore })
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        try
        {
            var request = Request(arguments);
            var result = await ProgressDisplay.ShowAsync(_consoles.Error, progress => Scanner.ScanAsync(request, progress, cancellation));
            await WriteAsync(result, arguments, cancellation);
            return ExitCodes.Of(result, arguments.GetValue(_failOn), arguments.GetValue(_allowPartial));
        }
        catch (Exception exception) when (exception is ScanException or IOException or UnauthorizedAccessException)
        {
            _consoles.Error.WriteLine(InertText.Escape(exception.Message));
            return ExitCodes.Incomplete;
        }
    }

    private ScanRequest Request(ParseResult arguments) => new(
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.GetRequiredValue(_path))),
        arguments.GetValue(_configuration),
        arguments.GetValue(_properties) ?? [],
        Restore: !arguments.GetValue(_noRestore));

    private async Task WriteAsync(ScanResult result, ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(_json))
        {
            await _consoles.Output.WriteLineAsync(JsonReport.Write(result));
        }
        else
        {
            TextReport.Write(_consoles.Report, result);
        }

        if (arguments.GetValue(_sarif) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, SarifReport.Write(result), cancellation);
        }
    }

    private static void RequireNameAndValue(OptionResult option)
    {
        foreach (var token in option.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            option.AddError($"--property needs name=value, not '{token.Value}'.");
        }
    }
}
