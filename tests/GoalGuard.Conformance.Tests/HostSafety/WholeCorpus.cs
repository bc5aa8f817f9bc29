using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>All programs of the corpus as one: a file each, in a namespace each, so that equal names meet in the index.</summary>
internal static class WholeCorpus
{
    public static TestProgram Program { get; } = new(Corpus.All.Select((program, i) => $"namespace P{i}\n{{\n{program.Source}}}\n").ToArray());

    /// <summary>Compiled anew, so that nothing is left of an earlier run.</summary>
    public static CSharpCompilation Compile() => Program.Compile();
}
