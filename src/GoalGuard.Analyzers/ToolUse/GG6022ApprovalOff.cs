using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6022: there is an approval in front of a model's tools, and it is told to say yes to everything.</summary>
internal sealed class GG6022ApprovalOff(DiagnosticFactory factory) : SwitchedOffRule(factory)
{
    protected override DiagnosticDescriptor Descriptor => Descriptors.GG6022;

    protected override SwitchKind Kind => SwitchKind.Approval;

    protected override string Effect => "approval";
}
