using System.Security.Cryptography;
using System.Text;
using GoalGuard.Analysis.Flow;

using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.Reporting;

/// <summary>Makes diagnostics of flows: location, steps, properties, fingerprint, effective severity.</summary>
internal sealed class DiagnosticFactory(Compilation compilation, bool isScan)
{
    private readonly Dictionary<string, SyntaxTree> _trees = compilation.SyntaxTrees
        .GroupBy(tree => tree.FilePath, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The diagnostic of a flow in a member; <paramref name="tree"/> is the analysed one, where the primary location is.</summary>
    public Diagnostic Create(Flow flow, SyntaxTree tree, string member, int ordinal)
    {
        var at = flow.Rule.IsAtCall ? flow.First.Expression : flow.First.At;
        var steps = Steps(flow);
        var level = flow.IsLowered || flow.Rule.Descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "I" : "W";
        var properties = ImmutableDictionary.CreateRange(new Dictionary<string, string?>
        {
            ["pathway"] = flow.Rule.Descriptor.Category,
            ["effect"] = flow.Rule.EffectOf(flow.First.Act),
            ["source"] = flow.Source.Origin.Kind == FactKind.ToolInput ? "tool-parameter" : flow.Source.Origin.Kind == FactKind.ModelOutput ? "model-output" : "literal",
            ["domain"] = "open",
            ["confidence"] = flow.IsInferred ? "inferred" : "certain",
            ["level"] = level,
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = Fingerprint(flow, member, ordinal),
        });
        return Create(
            flow.Rule.Descriptor, Location.Create(tree, new TextSpan(at.Start, at.Length)), level == "I", steps.Select(step => Locate(step.Site, tree)), properties,
            flow.Rule.Message(flow));
    }

    /// <summary>Any diagnostic, as a scan or a build wants it.</summary>
    public Diagnostic Create(
        DiagnosticDescriptor rule, Location location, bool isLowered, IEnumerable<Location> additional, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        Diagnostic.Create(
            isScan ? Descriptors.ForScan(rule) : rule, location,
            isLowered ? DiagnosticSeverity.Info : rule.DefaultSeverity,
            additional, properties, arguments);

    /// <summary>A diagnostic of which there is nothing to say but where it is.</summary>
    public static Diagnostic Plain(DiagnosticDescriptor rule, bool isScan, Location location, params object[] arguments) =>
        Diagnostic.Create(isScan ? Descriptors.ForScan(rule) : rule, location, Properties(rule), arguments);

    /// <summary>What every diagnostic of a rule carries.</summary>
    public static ImmutableDictionary<string, string?> Properties(DiagnosticDescriptor rule) =>
        ImmutableDictionary<string, string?>.Empty.Add("pathway", rule.Category).Add("level", rule.DefaultSeverity == DiagnosticSeverity.Info ? "I" : "W");

    /// <summary>Source first, then each hop, then the act's own site; further sources after it.</summary>
    private static ImmutableArray<FlowStep> Steps(Flow flow)
    {
        var finding = flow.First;
        var steps = Trace.Concat(flow.Source.Trace, finding.Below)?.Steps() ?? ImmutableArray<FlowStep>.Empty;
        var act = new FlowStep("act", finding.Act.Display, finding.Act.Site);
        steps = steps.Where(step => step.Kind != "act").ToImmutableArray().Add(act);
        var known = new HashSet<SourceSpan>(steps.Select(step => step.Site));
        foreach (var fact in flow.Sources.Skip(1))
        {
            if (fact.Trace?.Steps().FirstOrDefault() is { } source && known.Add(source.Site))
            {
                steps = steps.Add(source);
            }
        }

        foreach (var (other, _) in flow.Parts.Skip(1))
        {
            if (known.Add(other.Act.Site))
            {
                steps = steps.Add(new FlowStep("act", other.Act.Display, other.Act.Site));
            }
        }

        return steps;
    }

    public Location Locate(SourceSpan span, SyntaxTree fallback)
    {
        var tree = span.Path == fallback.FilePath ? fallback : _trees.TryGetValue(span.Path ?? "", out var known) ? known : fallback;
        return span.Start + span.Length <= tree.Length ? Location.Create(tree, new TextSpan(span.Start, span.Length)) : Location.Create(tree, default);
    }

    /// <summary>Stays the same when lines move, locals are renamed or code is reformatted.</summary>
    private static string Fingerprint(Flow flow, string member, int ordinal)
    {
        var sources = string.Join(",", flow.Sources.Select(fact => fact.Origin.Kind + ":" + fact.Origin.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal));
        return Hash(string.Join("|", flow.Rule.Descriptor.Id, member, sources, flow.First.Act.Symbol, ordinal));
    }

    /// <summary>A fingerprint of what makes a report the same one.</summary>
    public static string Hash(string text)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return "v1:" + string.Concat(hash.Take(8).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
