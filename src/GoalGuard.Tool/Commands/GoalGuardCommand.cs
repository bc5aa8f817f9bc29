using System.CommandLine;
using GoalGuard.Tool.Output;
using Spectre.Console;

namespace GoalGuard.Tool.Commands;

/// <summary>The <c>goalguard</c> command.</summary>
internal static class GoalGuardCommand
{
    public static async Task<int> RunAsync(string[] arguments, Consoles consoles)
    {
        var root = new RootCommand("Finds pathways to unintended goals in C# programs that use language models.")
        {
            new ScanCommand(consoles),
        };
        var parsed = root.Parse(arguments);
        var errorOutput = consoles.Error.Profile.Out.Writer;
        var invocation = new InvocationConfiguration
        {
            // Help that nobody asked for is no output: a program that reads the output would take it for a report.
            Output = parsed.Errors.Count > 0 ? errorOutput : consoles.Output,
            Error = errorOutput,
            // Its answer to a failure would be 1, which means findings.
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var exitCode = await parsed.InvokeAsync(invocation);
            return parsed.Errors.Count > 0 ? ExitCodes.Incomplete : exitCode;
        }
        catch (Exception exception)
        {
            foreach (var line in Account(exception))
            {
                consoles.Error.WriteLine(InertText.Escape(line));
            }

            return ExitCodes.Incomplete;
        }
    }

    private static string[] Account(Exception exception) =>
        exception is OperationCanceledException ? ["Cancelled."] : exception.ToString().Split(Environment.NewLine);
}
