using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Index;

/// <summary>The gate words of one knowledge base: by which a program meets a model, by which it posts to one, by which it acts, and by which it asks a person.</summary>
public sealed record Gates(GateWords Sources, GateWords Endpoints, GateWords Acts, GateWords Asks)
{
    private static readonly ConditionalWeakTable<KnowledgeBase, Gates> Known = new();

    public static Gates Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, Make);

    private static Gates Make(KnowledgeBase knowledge) => new(
        GateWords.Of(
            knowledge.Entries(entry => entry.Role is Role.ModelCall or Role.ToolArguments or Role.ToolDefinition or Role.Grader && entry.When is null),
            entry => entry.Role is not Role.ModelCall, "reinforcement"),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.ModelCall && entry.When is not null), _ => false),
        GateWords.Of(
            knowledge.Entries(entry =>
                entry.Role is Role.EffectProcess or Role.Pipe or Role.EffectFileWrite or Role.EffectFileDelete or Role.EffectNetwork or Role.FineTune),
            _ => false),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.Approval), _ => false, "ReadLine", "ReadKey"));
}
