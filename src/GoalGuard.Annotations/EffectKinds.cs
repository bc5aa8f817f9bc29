namespace GoalGuard.Annotations;

/// <summary>What a member can do to the world: the words of <see cref="EffectAttribute"/>.</summary>
public static class EffectKinds
{
    /// <summary>Starts or ends a program.</summary>
    public const string Process = "process";

    /// <summary>Compiles or runs text as code.</summary>
    public const string Code = "code-eval";

    /// <summary>Loads or calls native code.</summary>
    public const string Native = "native";

    /// <summary>Writes, moves or copies files, or changes permissions.</summary>
    public const string FileWrite = "file-write";

    /// <summary>Deletes files.</summary>
    public const string FileDelete = "file-delete";

    /// <summary>Reads files or lists names.</summary>
    public const string FileRead = "file-read";

    /// <summary>Sends a request.</summary>
    public const string Network = "network";

    /// <summary>Runs a statement of a query language.</summary>
    public const string Sql = "sql";

    /// <summary>Makes a type, or calls or sets a member, that was chosen by name.</summary>
    public const string Reflection = "reflection";

    /// <summary>Drives a browser.</summary>
    public const string Browser = "browser";

    /// <summary>Changes containers.</summary>
    public const string Container = "container";

    /// <summary>Changes a Kubernetes cluster.</summary>
    public const string Kubernetes = "k8s";

    /// <summary>Changes cloud resources.</summary>
    public const string Cloud = "cloud";

    /// <summary>Runs commands on another machine.</summary>
    public const string RemoteShell = "remote-shell";

    /// <summary>Changes a repository.</summary>
    public const string Git = "git";

    /// <summary>Sends a message to people.</summary>
    public const string Email = "email";

    /// <summary>Moves money.</summary>
    public const string Payment = "payment";

    /// <summary>Changes the registry.</summary>
    public const string Registry = "registry";

    /// <summary>Changes the environment or the fate of this process.</summary>
    public const string Environment = "env";

    /// <summary>Invokes a tool directly.</summary>
    public const string Tool = "tool";

    /// <summary>Changes services, scheduled tasks or power, or uses keyboard and mouse.</summary>
    public const string Machine = "machine";

    /// <summary>Acts on the world in a way that no other kind names.</summary>
    public const string Other = "act";
}
