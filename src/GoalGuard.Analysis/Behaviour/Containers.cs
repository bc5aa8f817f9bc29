using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>What the command line of a container says about what runs in it.</summary>
internal sealed record ContainerRun(bool IsSandbox, string Command, string Before);

/// <summary>
/// Reads <c>docker run …</c> up to the model's text. A sandbox is a container that is opened nowhere and mounts nothing but folders that the
/// program made; an option that is not known opens it.
/// </summary>
internal static class Containers
{
    /// <summary>The folder for temporary files, however the machine calls it: what lies in it, the program made.</summary>
    public const string Temporary = "/tmp/";

    private static readonly ImmutableHashSet<string> Engines = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "docker", "podman", "nerdctl");

    private static readonly ImmutableHashSet<string> Flags = ImmutableHashSet.Create(
        StringComparer.Ordinal, "--rm", "-i", "-t", "-it", "-ti", "-d", "--interactive", "--tty", "--detach", "--init", "--read-only", "-q", "--quiet", "--no-healthcheck");

    /// <summary>Options with a value that open nothing.</summary>
    private static readonly ImmutableHashSet<string> Harmless = ImmutableHashSet.Create(
        StringComparer.Ordinal, "--name", "-w", "--workdir", "-m", "--memory", "--memory-swap", "--cpus", "--cpu-shares", "--pids-limit", "-u", "--user", "-e", "--env", "--cap-drop",
        "--tmpfs", "--ulimit", "--platform", "--pull", "-h", "--hostname", "-l", "--label", "--stop-timeout", "--shm-size", "--cidfile", "--log-driver", "--storage-opt");

    private static readonly ImmutableHashSet<string> Mounts = ImmutableHashSet.Create(StringComparer.Ordinal, "-v", "--volume", "--mount");

    private static readonly ImmutableHashSet<string> Networks = ImmutableHashSet.Create(StringComparer.Ordinal, "--network", "--net");

    /// <summary>True if every program that this may be runs containers.</summary>
    public static bool IsEngine(Texts program) => program.IsConstant && program.All(text => Engines.Contains(Interpreters.ProgramName(text)));

    /// <summary>What runs in the container that these arguments start; null if they end before its image or start none.</summary>
    public static ContainerRun? Read(IReadOnlyList<string> arguments)
    {
        var at = 0;
        if (at >= arguments.Count || arguments[at++] != "run")
        {
            return null;
        }

        var isSandbox = true;
        while (at < arguments.Count && arguments[at].StartsWith("-", StringComparison.Ordinal))
        {
            var option = arguments[at++];
            if (Flags.Contains(option))
            {
                continue;
            }

            var equals = option.IndexOf('=');
            var value = equals >= 0 ? option.Substring(equals + 1) : at < arguments.Count ? arguments[at++] : "";
            isSandbox &= IsHarmless(equals >= 0 ? option.Substring(0, equals) : option, value);
        }

        return at >= arguments.Count ? null : new ContainerRun(
            isSandbox, at + 1 < arguments.Count ? arguments[at + 1] : "", string.Join("\n", arguments.Skip(at + 2)));
    }

    private static bool IsHarmless(string option, string value) =>
        Harmless.Contains(option)
        || (Mounts.Contains(option) && IsOwnFolder(value))
        || (Networks.Contains(option) && value is "none" or "bridge")
        || (option == "--security-opt" && value.StartsWith("no-new-privileges", StringComparison.Ordinal));

    /// <summary><c>folder:/work</c> or <c>type=bind,source=folder,target=/work</c>, of a folder below the one for temporary files.</summary>
    private static bool IsOwnFolder(string mount)
    {
        var source = mount;
        foreach (var part in mount.Split(','))
        {
            source = part.StartsWith("source=", StringComparison.Ordinal) ? part.Substring(7) : part.StartsWith("src=", StringComparison.Ordinal) ? part.Substring(4) : source;
        }

        source = source.IndexOf(':') is var colon and > 0 ? source.Substring(0, colon) : source;
        return source.StartsWith(Temporary, StringComparison.Ordinal) && source.Length > Temporary.Length && source.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    /// <summary>What follows the image on the command line of a sandbox stays inside, if a container engine reads it.</summary>
    public static FactSet After(Texts before, FactSet facts) =>
        !facts.IsEmpty && before.All(text => text.StartsWith("run ", StringComparison.Ordinal) && Read(Split(text)) is { IsSandbox: true })
            ? facts.With(Guard.InContainer)
            : facts;

    /// <summary>The arguments of a command line, as far as they are closed: the last one goes on in the model's text.</summary>
    private static List<string> Split(string line)
    {
        var arguments = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            isQuoted ^= line[at] == '"';
            if (line[at] == ' ' && !isQuoted)
            {
                if (at > start)
                {
                    arguments.Add(line.Substring(start, at - start).Trim('"'));
                }

                start = at + 1;
            }
        }

        return arguments;
    }
}
