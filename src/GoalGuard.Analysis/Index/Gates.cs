using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Index;

/// <summary>The gate words of one knowledge base.</summary>
/// <param name="Calls">Model calls and what describes training: such a member may return it, so its name counts in turn.</param>
/// <param name="Inputs">Where a model's words come in from outside: tools and tool calls.</param>
/// <param name="Endpoints">Posts, which are model calls in a tree that names a completion endpoint.</param>
/// <param name="Acts">What acts.</param>
/// <param name="Asks">What asks a person.</param>
public sealed record Gates(GateWords Calls, GateWords Inputs, GateWords Endpoints, GateWords Acts, GateWords Asks)
{
    private static readonly ConditionalWeakTable<KnowledgeBase, Gates> Known = new();

    public static Gates Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, Make);

    /// <summary>An attribute on a tool, a factory that takes a delegate, or the member that a tool's type overrides.</summary>
    private static bool IsToolMark(RoleEntry entry) =>
        entry.Role == Role.ToolDefinition
        && (entry.Place is { Root: PlaceRoot.Argument } && entry.Note is null
            || (entry.Symbol.Member is null && entry.Symbol.Type.EndsWith("Attribute", StringComparison.Ordinal)));

    private static Gates Make(KnowledgeBase knowledge) => new(
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.Grader || (entry.Role == Role.ModelCall && entry.When is null)), _ => false,
            knowledge.Entries(entry => entry.Role == Role.ModelClient), "reinforcement"),
        GateWords.Of(
            knowledge.Entries(entry => entry.Role == Role.ToolArguments || IsToolMark(entry)),
            entry => entry.Symbol.Member is not "InvokeCoreAsync"),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.ModelCall && entry.When is not null), _ => false),
        GateWords.Of(
            knowledge.Entries(entry =>
                entry.Role is Role.EffectProcess or Role.Pipe or Role.EffectFileWrite or Role.EffectFileDelete or Role.EffectNetwork or Role.EffectSql or Role.FineTune
                || entry is { Role: Role.EffectCode or Role.EffectNative or Role.EffectReflection, When: null }),
            _ => false),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.Approval), _ => false, "ReadLine", "ReadKey"));
}
