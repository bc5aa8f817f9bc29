namespace GoalGuard.Analysis.Flow;

/// <summary>Collects what meets acts while a member is walked, again and again until nothing changes; the last word counts.</summary>
internal sealed class Recorder
{
    /// <summary>Flows from parameters to acts that one summary holds.</summary>
    public const int MaxSinks = 64;

    private readonly Dictionary<(SourceSpan At, Act Act), Finding> _findings = new();
    private readonly Dictionary<(Origin Origin, Act Act, ProgramCondition? Program), SummarySink> _sinks = new();

    public void Find(SourceSpan at, SourceSpan expression, Act act, FactSet facts, Trace? below)
    {
        var key = (at, act);
        _findings[key] = _findings.TryGetValue(key, out var known) ? known with { Facts = known.Facts.Join(facts) } : new Finding(at, expression, act, facts, below);
    }

    public void Sink(SummarySink sink)
    {
        var key = (sink.Fact.Origin, sink.Act, sink.Program);
        if (_sinks.TryGetValue(key, out var known))
        {
            _sinks[key] = known with { Fact = known.Fact.Join(sink.Fact), Switch = known.Switch == sink.Switch ? known.Switch : null };
        }
        else if (_sinks.Count < MaxSinks)
        {
            _sinks[key] = sink;
        }
    }

    public ImmutableArray<Finding> Findings() =>
        _findings.Values.OrderBy(finding => finding.At.Start).ThenBy(finding => finding.At.Length)
            .ThenBy(finding => finding.Act.Site.Path, StringComparer.Ordinal).ThenBy(finding => finding.Act.Site.Start)
            .ThenBy(finding => finding.Act.Symbol, StringComparer.Ordinal).ToImmutableArray();

    public ImmutableArray<SummarySink> Sinks() =>
        _sinks.Values.OrderBy(sink => sink.Fact.Origin.Index).ThenBy(sink => sink.Fact.Origin.Path, StringComparer.Ordinal)
            .ThenBy(sink => sink.Act.Site.Path, StringComparer.Ordinal).ThenBy(sink => sink.Act.Site.Start)
            .ThenBy(sink => sink.Act.Symbol, StringComparer.Ordinal).ToImmutableArray();
}
