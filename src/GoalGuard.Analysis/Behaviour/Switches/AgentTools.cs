using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Is a member run by a model's tools, or with what a model said? Looks at the member and, by names, at those that call it.</summary>
internal sealed class AgentTools(Engine engine, CancellationToken cancellation)
{
    /// <summary>How many callers may stand behind each other.</summary>
    private const int MaxCallers = 3;

    /// <summary>Members that are looked at.</summary>
    private const int MaxMembers = 100;

    public bool Run(ISymbol? member)
    {
        var level = member is null ? new List<IndexedMember>() : member.DeclaringSyntaxReferences.Select(engine.Index.At).OfType<IndexedMember>().ToList();
        var seen = new HashSet<IndexedMember>();
        for (var depth = 0; depth <= MaxCallers && level.Count > 0; depth++)
        {
            if (level.Exists(Are))
            {
                return true;
            }

            level = level.Where(seen.Add).SelectMany(each => engine.Index.Meaning(each.Type, each.Member.Name)).Distinct()
                .Where(each => !seen.Contains(each)).Take(MaxMembers).ToList();
        }

        return false;
    }

    private bool Are(IndexedMember member) =>
        engine.Meetings(cancellation).Hears(member)
        || engine.Members.Symbols(member, cancellation).OfType<IMethodSymbol>().Any(method => engine.Tools.IsTool(method, cancellation, out _));
}
