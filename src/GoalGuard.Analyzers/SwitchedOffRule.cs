using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers;

/// <summary>A rule about values that take a precaution away: one report for each value, where it stands.</summary>
internal abstract class SwitchedOffRule(DiagnosticFactory factory)
{
    protected abstract DiagnosticDescriptor Descriptor { get; }

    protected abstract SwitchKind Kind { get; }

    protected abstract string Effect { get; }

    protected virtual bool IsReported(SwitchedOff off) => true;

    public IEnumerable<Diagnostic> Report(IEnumerable<SwitchedOff> found, SyntaxTree tree)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var off in found.Where(off => off.Kind == Kind && IsReported(off)))
        {
            var key = string.Join("|", Descriptor.Id, off.Member, off.Text, off.Setting);
            ordinals[key] = ordinals.TryGetValue(key, out var ordinal) ? ordinal + 1 : 0;
            yield return Create(off, tree, key + "|" + ordinals[key]);
        }
    }

    private Diagnostic Create(SwitchedOff off, SyntaxTree tree, string key)
    {
        var steps = ImmutableArray.Create(new FlowStep("source", off.Text, off.At), new FlowStep("act", off.Setting, off.SettingAt));
        var properties = DiagnosticFactory.Properties(Descriptor).SetItem("level", off.IsLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = Effect,
            ["source"] = "literal",
            ["domain"] = "open",
            ["confidence"] = "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(key),
        });
        return factory.Create(
            Descriptor, factory.Locate(off.At, tree), off.IsLowered, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            char.ToUpperInvariant(off.Text[0]) + off.Text.Substring(1), off.Setting == off.Text ? "" : " for " + off.Setting,
            off.IsLowered ? ", if a setting says so" : "");
    }
}
