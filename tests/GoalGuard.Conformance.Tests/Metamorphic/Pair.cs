using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>What became of the findings of one program under one rewriting.</summary>
internal enum Outcome
{
    /// <summary>There was nothing to rewrite, or the result does not compile: the pair does not count.</summary>
    NotApplicable,
    Held,
    Failed,
}

/// <summary>A program under a rewriting.</summary>
internal sealed record Pair(CorpusProgram Program, Rewriting Rewriting)
{
    public static IEnumerable<Pair> Of(string rule) =>
        from program in Corpus.All
        where program.Rule == rule
        from rewriting in Rewriting.All
        select new Pair(program, rewriting);

    public override string ToString() => $"{Program} {Rewriting.Name}";

    public async Task<Result> RunAsync()
    {
        var program = Program.Program();
        var before = program.Compile();
        var after = Rewriting.Apply(before);
        if (ReferenceEquals(before, after) || after.SyntaxTrees.SequenceEqual(before.SyntaxTrees))
        {
            return new Result(this, Outcome.NotApplicable, "nothing to rewrite");
        }

        if (after.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            return new Result(this, Outcome.NotApplicable, error.ToString());
        }

        var expected = Program.Expected;
        var diagnostics = await AnalysisRun.FullAsync(program, after);
        var actual = Findings.Of(diagnostics);
        return expected == actual
            ? new Result(this, Outcome.Held, actual)
            : new Result(this, Outcome.Failed, $"expected {expected}, reported {actual}\n{string.Join("\n", diagnostics)}\n{Text(after)}");
    }

    private static string Text(Compilation program) =>
        string.Join("\n", program.SyntaxTrees.Skip(1).Select(tree => $"    // {tree.FilePath}\n    {tree.ToString().ReplaceLineEndings("\n    ")}"));
}

/// <summary>The outcome of a pair, and what was seen.</summary>
internal sealed record Result(Pair Pair, Outcome Outcome, string Seen);
