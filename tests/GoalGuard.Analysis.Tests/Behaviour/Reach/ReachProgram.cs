using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Tests.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Tests.Behaviour.Reach;

/// <summary>What a member of a program may bring about, as text: <c>file-delete! A.Go > B.Clean > File.Delete</c>, where the mark says that it changes something.</summary>
internal static class ReachProgram
{
    /// <summary>The reach of <c>A.Go</c>.</summary>
    public static string Of(params string[] sources) => Text(SummaryOf("A", "Go", sources));

    public static ReachSummary SummaryOf(string type, string member, params string[] sources)
    {
        var program = EngineProgram.Of(sources);
        return program.Engine.Reach.Of(program.Compilation.GetTypeByMetadataName(type)!.GetMembers(member).First(), default);
    }

    /// <summary>The reach of statements in <c>A.Go</c>.</summary>
    public static string Body(string statements, string others = "") => Of($"using System.Net.Http; class A {{ async Task Go(string text) {{ {statements} await Task.Yield(); }} }} {others}");

    /// <summary>The reach of the first lambda of <c>A.Go</c>, looked at alone.</summary>
    public static string Lambda(string source)
    {
        var program = EngineProgram.Of(source);
        var tree = program.Compilation.SyntaxTrees[1];
        var lambda = tree.GetRoot().DescendantNodes().OfType<LambdaExpressionSyntax>().First();
        var operation = program.Compilation.GetSemanticModel(tree).GetOperation(lambda)!;
        return Text(program.Engine.Reach.Of(operation, program.Compilation.GetTypeByMetadataName("A")!.GetMembers("Go").First(), default));
    }

    public static string Text(ReachSummary summary) => string.Join(", ", summary.Effects.Select(Text)) + (summary.IsComplete ? "" : " …");

    private static string Text(ReachedEffect effect) =>
        RoleNames.OfRole[effect.Role].Replace("effect:", "", StringComparison.Ordinal) + (effect.IsMutating ? "! " : " ")
        + string.Join(" > ", effect.Path.Select(hop => hop.Member).Append(effect.Display));
}
