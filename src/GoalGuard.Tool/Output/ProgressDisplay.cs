using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>Tells on the error output that work is going on: a spinner for a person, plain lines for a file.</summary>
internal static class ProgressDisplay
{
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IProgress<string>, Task<T>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync("Looking for projects", context => work(new Sink(step => context.Status(Terminal.Inert(step)))))
            : work(new Sink(step => console.WriteLine(InertText.Escape(step))));

    /// <summary>Unlike <see cref="Progress{T}"/> tells at once and in order.</summary>
    private sealed class Sink(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
