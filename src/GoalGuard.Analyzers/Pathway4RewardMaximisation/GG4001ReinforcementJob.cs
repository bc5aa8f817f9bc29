using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;


namespace GoalGuard.Analyzers.Pathway4RewardMaximisation;

/// <summary>GG4001: a fine-tuning job whose description says reinforcement, by a literal or by a grader, is created.</summary>
internal sealed class GG4001ReinforcementJob : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG4001;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.FineTune);

    public override bool IsSource(Origin origin) => origin.Kind == FactKind.Reinforcement;

    public override Guard Silences => Guard.None;

    public override bool IsAtCall => true;

    public override object[] Message(Flow flow) => new object[] { flow.Target, flow.Source.Origin.Name };
}
