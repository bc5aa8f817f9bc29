using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Tests.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Graphs and loops of a method that a test writes down.</summary>
internal static class Members
{
    private const string Usings = """
        using System; using System.Collections.Concurrent; using System.Collections.Generic; using System.Diagnostics; using System.IO; using System.Linq;
        using System.Threading; using System.Threading.Channels; using System.Threading.Tasks; using Microsoft.Extensions.Hosting;

        """;

    /// <summary>What the methods of tests may call: things that happen, questions, and a pause.</summary>
    private const string World = """

        partial class A
        {
            static void Do(string what = "") { } static bool Ask(string what = "") => what.Length > 3; static int Spend() => 7;
            static Task Call(CancellationToken token = default) => Task.CompletedTask;
        }
        """;

    /// <summary>The graph of method <c>M</c> of class <c>A</c>, which has these members.</summary>
    public static ControlFlowGraph Graph(string members, string header = "partial class A")
    {
        var compilation = TestReferences.Compile(Usings + header + " { " + members + " }" + World);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var method = compilation.GetTypeByMetadataName("A")!.GetMembers().OfType<IMethodSymbol>().First(each => each.Name is "M" or "ExecuteAsync");
        return new GoalGuard.Analysis.Flow.Bodies(compilation).Graph(method, default)!;
    }

    public static LoopForest Loops(string members) => LoopForest.Of(Graph(members), default);

    /// <summary>The graph of a method with this body.</summary>
    public static FlowGraph Body(string body) => FlowGraph.Of(Graph("void M(bool a, bool b, bool c) { " + body + " }"), default);

    /// <summary>The block that calls <c>Do</c> with this text.</summary>
    public static BasicBlock Doing(FlowGraph graph, string what) =>
        graph.Source.Blocks.First(block => block.Operations.Any(operation => operation.Syntax.ToString() == $"Do(\"{what}\");"));

    /// <summary>Bounds, then near-misses, of the first loop: <c>Counter(Constant)</c>, <c>Counter(Parameter)?</c> if it may be infinite, <c>!Counter:Reset</c>.</summary>
    public static string Bounds(string members, string header = "partial class A", string models = "")
    {
        var forest = LoopForest.Of(Graph(members, header), default);
        var knowledge = KnowledgeBase.For(["System.Runtime"], [ModelsParser.Parse("user.goalguard.models", models)]);
        var facts = LoopBounds.Of(forest.Loops[0], Definitions.Of(forest.Graph, default), knowledge, default);
        var bounds = facts.Bounds.Select(bound =>
            bound.Kind + (bound.LimitKind == LimitKind.None ? "" : $"({bound.LimitKind})") + (bound.MayBeInfinite ? "?" : ""));
        return string.Join(" ", bounds.Concat(facts.NearMisses.Select(miss => $"!{miss.Kind}:{miss.Reason}")));
    }
}
