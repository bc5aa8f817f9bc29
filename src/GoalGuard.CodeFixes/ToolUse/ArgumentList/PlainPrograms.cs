using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>Programs that take an argument as it is: named by a constant, no shell, no interpreter.</summary>
internal static class PlainPrograms
{
    public static bool AreAll(SemanticModel model, IReadOnlyCollection<ExpressionSyntax> names, CancellationToken cancellation) =>
        names.Count > 0 && names.All(name => model.GetConstantValue(name, cancellation).Value is string program && IsPlain(program));

    private static bool IsPlain(string program) =>
        program.Length > 0 && !Interpreters.ReadsCode(Texts.Of(program)) && !IsBatchFile(program);

    /// <summary>Windows hands a batch file to its shell, which reads the arguments once more.</summary>
    private static bool IsBatchFile(string program) =>
        program.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) || program.EndsWith(".bat", StringComparison.OrdinalIgnoreCase);
}
