using GoalGuard.Tool.Output;
using Spectre.Console;

namespace GoalGuard.Tool.Commands;

/// <summary>Where the command writes: the report to <paramref name="Output"/>, all talk about it to <paramref name="Error"/>.</summary>
internal sealed record Consoles(TextWriter Output, IAnsiConsole Report, IAnsiConsole Error)
{
    public static Consoles OfProcess() => new(
        Console.Out,
        Terminal.Over(Console.Out, Console.IsOutputRedirected),
        Terminal.Over(Console.Error, Console.IsErrorRedirected));

    public static Consoles Redirected(TextWriter output, TextWriter error) =>
        new(output, Terminal.Over(output, isRedirected: true), Terminal.Over(error, isRedirected: true));
}
