using GoalGuard.Analyzers.Exports;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.CodeFixes.Exports;

/// <summary>The models file of a project: what it has, or one that is named like the project.</summary>
internal static class ModelsDocument
{
    private const string Suffix = ".goalguard.models";

    public static async Task<Solution> AppendAsync(Project project, ImmutableArray<Export> exports, CancellationToken cancellation)
    {
        var lines = string.Concat(exports.Select(export => export.Line + "\n"));
        var file = project.AdditionalDocuments.Where(document => (document.FilePath ?? document.Name).EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(document => document.FilePath, StringComparer.Ordinal).FirstOrDefault();
        if (file is null)
        {
            var name = project.Name + Suffix;
            var path = Path.GetDirectoryName(project.FilePath) is { } folder ? Path.Combine(folder, name) : null;
            return project.AddAdditionalDocument(name, SourceText.From(lines), filePath: path).Project.Solution;
        }

        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        var isEnded = text.Length == 0 || text[text.Length - 1] is '\n' or '\r';
        return project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(text.Length, 0, (isEnded ? "" : "\n") + lines));
    }
}
