namespace GoalGuard.Tool.Scanning;

/// <summary>A project that the restore or the build opened.</summary>
internal sealed record ProjectNote(string Project, string Language, string Framework, IReadOnlyList<string> Frameworks, string EntryPoint);

/// <summary>A run of the C# compiler, and where its log should be.</summary>
internal sealed record CompilationNote(string Project, string Framework, string Log);

/// <summary>What the injected targets wrote down while the repository was built.</summary>
internal sealed class ScanNotes
{
    private ScanNotes(string folder)
    {
        Projects = [.. Read(folder, "project").Select(note => ProjectOf(note.Values))];
        BuiltForAllFrameworks = Read(folder, "all").Select(note => note.Values["project"]).ToHashSet(StringComparer.Ordinal);
        Compilations =
        [
            .. Read(folder, "compilation").Select(note =>
                new CompilationNote(note.Values["project"], note.Values["framework"], Path.ChangeExtension(note.File, "sarif"))),
        ];
    }

    public IReadOnlyList<ProjectNote> Projects { get; }

    /// <summary>Multi-targeted projects that were asked for all their frameworks, not only for what another project needs.</summary>
    public IReadOnlySet<string> BuiltForAllFrameworks { get; }

    public IReadOnlyList<CompilationNote> Compilations { get; }

    public static ScanNotes Read(ScanFolder scan) => new(scan.Notes);

    public static int CountCompilations(ScanFolder scan) => Directory.EnumerateFiles(scan.Notes, "*.compilation").Count();

    private static ProjectNote ProjectOf(Dictionary<string, string> note) => new(
        note["project"],
        note["language"],
        note["framework"],
        note["frameworks"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        note["entry"]);

    private static IEnumerable<(string File, Dictionary<string, string> Values)> Read(string folder, string kind) =>
        Directory.EnumerateFiles(folder, $"*.{kind}").Order(StringComparer.Ordinal).Select(file => (file, Values(file)));

    private static Dictionary<string, string> Values(string file) =>
        File.ReadLines(file).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
