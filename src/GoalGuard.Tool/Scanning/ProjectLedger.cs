using GoalGuard.Tool.Sarif;

namespace GoalGuard.Tool.Scanning;

/// <summary>Sets what should have been compiled against what was.</summary>
internal sealed class ProjectLedger(ScanNotes notes)
{
    private readonly ILookup<(string Project, string Framework), CompilationNote> _compilations =
        notes.Compilations.ToLookup(note => (note.Project, note.Framework));

    /// <param name="named">Projects that the build targets name; those which the build never opened count as well.</param>
    public IReadOnlyList<ScannedProject> Close(IEnumerable<string> named)
    {
        var opened = notes.Projects.GroupBy(note => note.Project).Select(Opened).ToArray();
        var known = opened.Select(project => project.File).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. opened
                .SelectMany(Close)
                .Concat(named.Distinct().Where(file => !known.Contains(file)).Select(NeverOpened))
                .OrderBy(project => project.File, StringComparer.Ordinal)
                .ThenBy(project => project.Framework, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<ScannedProject> Close(OpenedProject project) => project.Language == "C#"
        ? ExpectedFrameworks(project).Select(framework => Close(project, framework))
        : [new ScannedProject(project.File, "", ProjectState.Skipped, OtherLanguage(project.Language), null)];

    private ScannedProject Close(OpenedProject project, string framework)
    {
        var logs = _compilations[(project.Id, framework)].Select(note => CompilerLog.TryRead(note.Log)).ToArray();
        var reason = logs.Length == 0
            ? "the build did not compile it"
            : logs.Select(WhyNotAnalysed).FirstOrDefault(why => why is not null);
        return new ScannedProject(
            project.File,
            framework,
            reason is null ? ProjectState.Analysed : ProjectState.NotAnalysed,
            reason,
            logs.OfType<CompilerLog>().FirstOrDefault());
    }

    private static string? WhyNotAnalysed(CompilerLog? log) => log switch
    {
        null => "the compiler left no readable log",
        { HasCompileErrors: true } => "it does not compile",
        { RanOurAnalyzers: false } => "the compiler did not run the analyzers",
        { AnalyzerFailure: { } failure } => failure,
        _ => null,
    };

    /// <summary>
    /// A project that another one references is built for the framework which that one needs, and counts for it alone.
    /// </summary>
    private IEnumerable<string> ExpectedFrameworks(OpenedProject project)
    {
        var compiled = notes.Compilations.Where(note => note.Project == project.Id).Select(note => note.Framework).Distinct().ToArray();
        var isBuiltInPart = project.IsMultiTargeted && !notes.BuiltForAllFrameworks.Contains(project.Id);
        return isBuiltInPart && compiled.Length > 0 ? compiled : project.Frameworks.Union(compiled);
    }

    private static OpenedProject Opened(IGrouping<string, ProjectNote> notes)
    {
        var entryPoint = notes.Select(note => note.EntryPoint).FirstOrDefault(file => file.Length > 0);
        var multiple = notes.SelectMany(note => note.Frameworks).Distinct().ToArray();
        return new OpenedProject(
            notes.Key,
            entryPoint ?? notes.Key,
            notes.Select(note => note.Language).FirstOrDefault(language => language.Length > 0) ?? LanguageOf(notes.Key),
            multiple.Length > 0 ? multiple : [.. notes.Select(note => note.Framework).Distinct()],
            multiple.Length > 0);
    }

    private static ScannedProject NeverOpened(string file) => LanguageOf(file) == "C#"
        ? new ScannedProject(file, "", ProjectState.NotAnalysed, "the build did not open it", null)
        : new ScannedProject(file, "", ProjectState.Skipped, OtherLanguage(LanguageOf(file)), null);

    private static string LanguageOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSPROJ" or ".CS" => "C#",
        ".VBPROJ" => "Visual Basic",
        ".FSPROJ" => "F#",
        var other => other.TrimStart('.').ToLowerInvariant(),
    };

    private static string OtherLanguage(string language) => $"it is no C# project ({language})";

    /// <summary>The id is the project file that the build knows; a file-based program has an imagined one.</summary>
    private sealed record OpenedProject(string Id, string File, string Language, IReadOnlyList<string> Frameworks, bool IsMultiTargeted);
}
