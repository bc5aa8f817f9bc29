using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>
/// What the tools may do that a round calls as a model says. Which they are, the call does not tell: those that the file hands over speak for them, and where it hands over
/// none, any may be meant.
/// </summary>
internal static class CalledTools
{
    /// <summary>True if there are some and none changes anything.</summary>
    public static bool OnlyRead(Engine engine, SyntaxTree tree, CancellationToken cancellation)
    {
        var tools = engine.Index.Of(tree).Where(engine.Index.MayGrant).SelectMany(member => engine.Members.Symbols(member, cancellation))
            .SelectMany(member => engine.Analyse(member, cancellation).Findings).SelectMany(finding => finding.Facts.Facts)
            .Select(fact => fact.Origin).Where(origin => origin.Kind == FactKind.Tool).Distinct().ToList();
        return tools.Count > 0 && tools.TrueForAll(tool => ToolRating.Of(engine, tool, cancellation).IsEmpty);
    }
}
