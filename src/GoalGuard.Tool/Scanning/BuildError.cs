namespace GoalGuard.Tool.Scanning;

/// <summary>One error line of the build: <c>file(line,column): error CODE: text [project]</c>.</summary>
internal sealed record BuildError(string Text)
{
    private const string Marker = ": error ";

    /// <summary>Says only that the restore, whose own errors say why, has failed.</summary>
    public bool IsMissingRestore => Text.Contains("NETSDK1004", StringComparison.Ordinal);

    public BuildError RelativeTo(string root) => new(Text.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));

    public static BuildError? Parse(string line)
    {
        if (!line.Contains(Marker, StringComparison.Ordinal))
        {
            return null;
        }

        var project = line.EndsWith(']') ? line.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        return new BuildError((project < 0 ? line : line[..project]).Trim());
    }
}
