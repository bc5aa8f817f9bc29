using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>Consoles that write colours and motion only where a person is looking.</summary>
internal static class Terminal
{
    public static IAnsiConsole Over(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // Lines are left to the terminal to wrap: a path cut in two can be neither clicked nor searched for.
        console.Profile.Width = short.MaxValue;
        return console;
    }

    /// <summary>Scanned text within markup.</summary>
    public static string Inert(string text) => Markup.Escape(InertText.Escape(text));
}
