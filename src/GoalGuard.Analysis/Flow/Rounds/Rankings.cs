using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>
/// Where scores choose in a loop. What was taken or kept by a score and goes into a question of a later round tells of it by its relations; what a comparison
/// decides without leaving a trace (which branch is followed, whether there is another round) is read off the conditions.
/// </summary>
internal static class Rankings
{
    /// <param name="method">The member.</param>
    /// <param name="graph">The graph of the loop.</param>
    /// <param name="loop">The loop. What a recursion does where it ends counts as well.</param>
    /// <param name="whole">Where it is written.</param>
    /// <param name="models">The model calls in it.</param>
    public static IEnumerable<Ranking> Of(MethodAnalysis method, ControlFlowGraph graph, Loop loop, SourceSpan whole, ImmutableArray<ModelUse> models) =>
        Asked(method, whole, models).Concat(Decided(method, graph, loop, models)).Distinct();

    /// <summary>What is done in each round; what a loop goes through is made once.</summary>
    public static SourceSpan Rounds(MethodAnalysis method, SourceSpan whole) =>
        method.Member.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).FirstOrDefault(tree => tree.FilePath == whole.Path && whole.Start + whole.Length <= tree.Length)
            ?.GetRoot(method.Cancellation).FindNode(new TextSpan(whole.Start, whole.Length), getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } each && SourceSpan.Of(each) == whole
            ? SourceSpan.Of(each.Statement)
            : whole;

    private static IEnumerable<FlowNode> Nodes(Loop loop) => (loop.IsRecursion ? loop.Graph.Nodes : loop.Nodes).Where(node => node.Block is not null);

    /// <summary>The choices that what is asked about is the outcome of.</summary>
    private static IEnumerable<Ranking> Asked(MethodAnalysis method, SourceSpan whole, ImmutableArray<ModelUse> models) =>
        from use in models
        from fact in use.Asked.Facts
        from choice in fact.Relations.Choices
        where (choice.Kind != ChoiceKind.Ordered || choice.OfSeveral) && IsScore(choice.By, models) && (whole.Contains(choice.Site) || (choice.OfSeveral && !IsIn(method.Member, choice.Site)))
        select new Ranking(choice.OfSeveral && IsTaken(method, choice.Site) ? RankingKind.Taken : RankingKind.Kept, choice.Site, choice.By, choice.By.Relations.About.Contains(use.Output));

    private static bool IsIn(ISymbol member, SourceSpan site) =>
        member.DeclaringSyntaxReferences.Any(reference => SourceSpan.Of(reference.SyntaxTree, reference.Span).Contains(site));

    /// <summary>True for a selection among many, false for a condition.</summary>
    private static bool IsTaken(MethodAnalysis method, SourceSpan site)
    {
        var tree = method.Engine.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == site.Path);
        if (tree is null || site.Start + site.Length > tree.Length)
        {
            return false;
        }

        var last = tree.GetRoot(method.Cancellation).FindToken(Math.Max(site.Start, site.Start + site.Length - 1)).Parent;
        return last?.AncestorsAndSelf().TakeWhile(node => node.Span.End <= site.Start + site.Length)
            .LastOrDefault(node => node is ExpressionSyntax) is InvocationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax;
    }

    private static IEnumerable<Ranking> Decided(MethodAnalysis method, ControlFlowGraph graph, Loop loop, ImmutableArray<ModelUse> models)
    {
        foreach (var condition in Nodes(loop).Select(node => node.Condition).OfType<IOperation>().Distinct().Where(condition => !IsNext(condition)))
        {
            foreach (var by in Scores(method.Decisions.Asked(graph, condition)).Where(fact => IsScore(fact, models)))
            {
                var site = SourceSpan.Of(condition.Syntax);
                if (loop.Exits.Any(exit => exit.Condition == condition))
                {
                    yield return new Ranking(RankingKind.Goal, site, by);
                }

                if (Keeps(method, graph, loop, condition) is { } kind)
                {
                    yield return new Ranking(kind, site, by);
                }
            }
        }
    }

    /// <summary>Whether there is a further element.</summary>
    private static bool IsNext(IOperation condition) => Symbols.Plain(condition) is IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync" };

    /// <summary>The scores and verdicts that a condition asks, those that set a flag included.</summary>
    private static IEnumerable<Fact> Scores(FactSet asked) =>
        asked.Facts.SelectMany(fact => fact.Origin.Kind == FactKind.Choice ? fact.Relations.Choices.Select(choice => choice.By) : new[] { fact }.AsEnumerable());

    /// <summary>A number or grade that was read out of an answer of this loop, a verdict about another answer of it, and what was measured.</summary>
    private static bool IsScore(Fact fact, ImmutableArray<ModelUse> models) =>
        fact.Origin.Kind == FactKind.Measurement
        || ((fact.Traits & Traits.Data) == 0 && models.Any(use => use.Output.Equals(fact.Origin))
            && ((fact.Traits & (Traits.Number | Traits.Grade)) != Traits.None || ((fact.Traits & Traits.Truth) != Traits.None && IsAboutAnother(fact, models))));

    /// <summary>True for a judgement of something that another call of the loop proposed.</summary>
    public static bool IsAboutAnother(Fact fact, ImmutableArray<ModelUse> models) =>
        fact.Relations.About.Any(about => !about.Equals(fact.Origin) && models.Any(use => use.Output.Equals(about)));

    /// <summary>What the condition decides: that something is put into a variable, or that something is added to what is still to be looked at.</summary>
    private static RankingKind? Keeps(MethodAnalysis method, ControlFlowGraph graph, Loop loop, IOperation condition)
    {
        RankingKind? kind = null;
        foreach (var node in Nodes(loop).Where(node => method.Decisions.Decides(graph, condition, node.Block!)))
        {
            foreach (var operation in node.Operations().SelectMany(root => PostOrder.Of(root)))
            {
                if (operation is ISimpleAssignmentOperation { Target: not IFlowCaptureReferenceOperation } && !IsDeclaration(operation))
                {
                    return RankingKind.Kept;
                }

                kind = operation is IInvocationOperation call && CollectionMembers.Effect(call) == Motion.Up ? RankingKind.Dropped : kind;
            }
        }

        return kind;
    }

    private static bool IsDeclaration(IOperation operation) => operation.Syntax is VariableDeclaratorSyntax;
}
