using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6023: what a model's tools run would be isolated, and the program opens the isolation.</summary>
internal sealed class GG6023SandboxOpened(DiagnosticFactory factory) : SwitchedOffRule(factory)
{
    protected override DiagnosticDescriptor Descriptor => Descriptors.GG6023;

    protected override SwitchKind Kind => SwitchKind.Isolation;

    protected override string Effect => "sandbox";
}
