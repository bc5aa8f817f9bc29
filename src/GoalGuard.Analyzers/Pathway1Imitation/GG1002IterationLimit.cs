using System.Globalization;
using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analyzers.Reporting;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>GG1002: a framework bounds the rounds of tools or agents, and the program sets the bound so high that there is none.</summary>
internal sealed class GG1002IterationLimit(DiagnosticFactory factory, AnalyzerConfigOptions options) : SwitchedOffRule(factory)
{
    /// <summary>More rounds than this are reported, unless <c>goalguard.max_iterations</c> says otherwise for the file.</summary>
    private const double DefaultMost = 50;

    private const string Option = "goalguard.max_iterations";

    private readonly double _most = options.TryGetValue(Option, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : DefaultMost;

    protected override DiagnosticDescriptor Descriptor => Descriptors.GG1002;

    protected override SwitchKind Kind => SwitchKind.Iterations;

    protected override string Effect => "iteration-limit";

    protected override bool IsReported(SwitchedOff off) => off.Number > _most;
}
