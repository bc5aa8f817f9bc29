using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers;

/// <summary>The words by which a member is worth opening, out of the knowledge that applies.</summary>
internal sealed record GateWords(ImmutableHashSet<uint> Sources, ImmutableHashSet<uint> Acts, ImmutableHashSet<uint> EndpointCalls)
{
    private static readonly ConditionalWeakTable<KnowledgeBase, GateWords> Known = new();

    public static GateWords Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, Make);

    private static GateWords Make(KnowledgeBase knowledge) => new(
        Hashes(knowledge.NamesOf(entry => entry.Role is Role.ModelCall or Role.ToolArguments or Role.ToolDefinition or Role.Grader && entry.When is null)).Add(Words.Hash("reinforcement")),
        Hashes(knowledge.NamesOf(entry => entry.Role is Role.EffectProcess or Role.Pipe or Role.EffectFileWrite or Role.EffectFileDelete or Role.EffectNetwork or Role.FineTune)),
        Hashes(knowledge.NamesOf(entry => entry.Role == Role.ModelCall && entry.When is not null)));

    private static ImmutableHashSet<uint> Hashes(IEnumerable<string> names) => names.Select(Words.Hash).ToImmutableHashSet();
}
