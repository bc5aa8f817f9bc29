namespace GoalGuard.Tool.Scanning;

/// <summary>One call of <c>dotnet build</c>: a solution, a project or a file-based program.</summary>
/// <param name="File">What is built.</param>
/// <param name="Folder">Where the build is called; decides which <c>global.json</c> counts.</param>
/// <param name="Projects">The projects it names, so that one which cannot even be opened is missed.</param>
internal sealed record BuildTarget(string File, string Folder, IReadOnlyList<string> Projects);
