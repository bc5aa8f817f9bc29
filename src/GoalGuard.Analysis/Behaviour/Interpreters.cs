using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Programs that make code of their arguments or their input, and the options that announce it.</summary>
internal static class Interpreters
{
    /// <summary>Stands before what is written to standard input, where the arguments before it would stand.</summary>
    public const string StandardInput = "-\n";

    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "tcsh", "csh", "cmd", "powershell", "pwsh", "wsl", "python", "python2", "python3", "py", "node", "nodejs",
        "deno", "bun", "perl", "ruby", "php", "lua", "osascript", "wscript", "cscript", "mshta", "rscript", "irb", "dotnet-script", "csi", "fsi", "sudo", "env", "xargs", "ssh", "su");

    /// <summary>Options that announce code to a program of any name.</summary>
    private static readonly ImmutableHashSet<string> ShellOptions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "-c", "/c", "/k", "-lc", "-ic", "-command", "-encodedcommand");

    /// <summary>Options that announce code to an interpreter.</summary>
    private static readonly ImmutableHashSet<string> CodeOptions = ShellOptions.Union(
        new[] { "/r", "-e", "-ec", "-enc", "--eval", "-p", "--print", "-r", "--command", "eval" });

    /// <summary>True if an argument after these is code for the program, or a script that it runs.</summary>
    public static bool TakesCode(Texts program, string before)
    {
        var lines = before.Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries);
        if (lines.Any(IsInterpreter(program) ? CodeOptions.Contains : ShellOptions.Contains))
        {
            return IsInterpreter(program) || !program.IsConstant;
        }

        // Without such an option, the first argument that is no option is the script; what follows it is an argument list.
        return IsInterpreter(program) && lines.All(IsOption);
    }

    /// <summary><c>-u</c> and <c>/q</c> are options; <c>/opt/report.py</c> is a script.</summary>
    private static bool IsOption(string line) =>
        line.StartsWith("-", StringComparison.Ordinal)
        || (line.StartsWith("/", StringComparison.Ordinal) && line.IndexOfAny(new[] { '/', '.' }, 1) < 0);

    public static bool ReadsCode(Texts program) => IsInterpreter(program);

    private static bool IsInterpreter(Texts program) => program.Any(text => Names.Contains(ProgramName(text)));

    /// <summary><c>/bin/bash</c> and <c>cmd.exe</c> are bash and cmd.</summary>
    public static string ProgramName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(new[] { '/', '\\' }) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
