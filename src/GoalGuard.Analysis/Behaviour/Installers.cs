using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Programs that fetch a package and run what it brings. The name of the package is one argument, and all that it takes.</summary>
internal static class Installers
{
    /// <summary>A program, and the words before the package.</summary>
    private static readonly ImmutableArray<(string Program, string Words)> Commands = ImmutableArray.Create(
        ("dotnet", "add package"), ("dotnet", "package add"), ("dotnet", "tool install"), ("dotnet", "tool run"), ("dotnet", "new install"), ("dnx", ""), ("nuget", "install"),
        ("pip", "install"), ("pip3", "install"), ("python", "pip install"), ("python3", "pip install"), ("pipx", "install"), ("pipx", "run"),
        ("uv", "add"), ("uv", "pip install"), ("uv", "tool install"), ("uv", "tool run"), ("uvx", ""), ("conda", "install"),
        ("npm", "install"), ("npm", "i"), ("npm", "add"), ("npm", "exec"), ("npx", ""), ("pnpm", "add"), ("pnpm", "install"), ("pnpm", "dlx"), ("yarn", "add"), ("yarn", "dlx"), ("bun", "add"), ("bunx", ""),
        ("cargo", "install"), ("cargo", "add"), ("gem", "install"), ("go", "install"), ("go", "get"),
        ("apt", "install"), ("apt-get", "install"), ("apk", "add"), ("dnf", "install"), ("yum", "install"), ("brew", "install"), ("choco", "install"), ("winget", "install"), ("scoop", "install"));

    /// <summary>The command as a person writes it, if an argument after these names a package; null if it does not.</summary>
    public static string? Command(Texts program, string before)
    {
        var words = string.Join(" ", before.Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] != '-'));
        foreach (var (installer, command) in Commands)
        {
            if (Begins(words, command) && program.Any(text => string.Equals(Interpreters.ProgramName(text), installer, StringComparison.OrdinalIgnoreCase)))
            {
                return (installer + " " + command).TrimEnd();
            }
        }

        return null;
    }

    /// <summary>The words and nothing else, or further packages behind them; <c>dotnet add app.csproj package</c> has the project between.</summary>
    private static bool Begins(string words, string command)
    {
        var rest = words.Split(' ');
        var at = 0;
        foreach (var word in command.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
        {
            at = Array.FindIndex(rest, at, Math.Min(2, rest.Length - at), given => string.Equals(given, word, StringComparison.OrdinalIgnoreCase)) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return command.Length > 0 || words.Length == 0;
    }
}
