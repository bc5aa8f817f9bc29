using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>Tools that are handed to a model at one place.</summary>
/// <param name="At">Where.</param>
/// <param name="Act">What hands them over.</param>
/// <param name="Tools">The facts of the tools that nobody is asked about.</param>
internal sealed record Grant(SourceSpan At, Act Act, ImmutableArray<Fact> Tools)
{
    /// <summary>The hand-overs of a file, in the order of the source.</summary>
    public static IEnumerable<Grant> Of(
        Engine engine, IEnumerable<Finding> findings, SyntaxTree tree, FactKind kind, Guard precautions, CancellationToken cancellation) =>
        from finding in findings
        where finding.Act.Effect == Role.ToolGrant && finding.At.Path == tree.FilePath
        group finding by finding.Expression into grant
        orderby grant.Key.Start
        let tools = grant.SelectMany(finding => finding.Facts.Facts).Where(fact => fact.Origin.Kind == kind && ((fact.Guards | engine.Flags.KeptOf(fact, cancellation)) & precautions) == Guard.None && !HostedServers.AreAskedAbout(fact))
        select new Grant(grant.First().At, grant.First().Act, tools.ToImmutableArray());

    /// <summary>True if on some path a person is asked: a setting decides.</summary>
    public static bool MayBeAsked(Fact tool) => (tool.Traits & Traits.MayBeAsked) != Traits.None;
}
