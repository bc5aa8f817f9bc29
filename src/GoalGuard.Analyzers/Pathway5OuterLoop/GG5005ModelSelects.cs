using GoalGuard.Analysis.Behaviour.Picks;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>GG5005: a model is shown what there is to do and says which one to take, and that one is done.</summary>
internal sealed class GG5005ModelSelects : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG5005;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.Selection);

    public override bool IsAbout(Act act) => PickedActs.Is(act);

    public override bool IsSource(Origin origin) => origin.Kind == FactKind.ModelOutput;

    /// <summary>What only lowers a warning silences an info.</summary>
    public override Guard Silences => Guard.AllowListed | Guard.Approved;

    public override bool IsAtCall => true;

    public override string EffectOf(Act act) => act.Note!;

    public override object[] Message(Flow flow) => new object[] { flow.SourceText, flow.Target };
}
