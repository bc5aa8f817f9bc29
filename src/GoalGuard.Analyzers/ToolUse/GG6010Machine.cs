using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6010: registry, environment variables, services, scheduled tasks, power, processes of others, keyboard and mouse.</summary>
internal sealed class GG6010Machine : FlowRule
{
    /// <summary>Kinds of acts on the process itself, which change nothing that others see.</summary>
    private static readonly ImmutableHashSet<string> Own = ImmutableHashSet.Create("directory", "exit");

    private const string Read = "read";
    private const string Input = "input";

    public override DiagnosticDescriptor Descriptor => Descriptors.GG6010;

    public override ImmutableHashSet<Role> Effects { get; } =
        ImmutableHashSet.Create(Role.EffectRegistry, Role.EffectEnvironment, Role.EffectMachine, Role.EffectProcess);

    public override bool IsAbout(Act act) => act.Effect switch
    {
        Role.EffectProcess => act.Note == End,
        Role.EffectEnvironment => act.Note is null || !Own.Contains(act.Note),
        Role.EffectRegistry => act.Note?.StartsWith(Read, StringComparison.Ordinal) != true,
        _ => base.IsAbout(act),
    };

    public override Guard Silences => Guard.Opaque | Guard.AllowListed | Guard.Matched | Guard.Approved | Guard.Sandboxed | Guard.Started;

    /// <summary>A number that is stored does little; one that says which process, which key or which place does all.</summary>
    public override bool IsSilenced(Fact fact, Act act) =>
        base.IsSilenced(fact, act)
        || (act.Effect is Role.EffectMachine or Role.EffectProcess
            ? IsNoChoice(fact) && !(act.Note == Input && (fact.Traits & Traits.Grade) != 0)
            : (fact.Guards & Guard.NotText) != 0);

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an allow-list or an approval",
    };
}
