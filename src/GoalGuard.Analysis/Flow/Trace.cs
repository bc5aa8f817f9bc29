namespace GoalGuard.Analysis.Flow;

/// <summary>One step of a flow, shown as an additional location.</summary>
/// <param name="Kind">source, hop, guard-missing or act.</param>
/// <param name="Text">A few words for a person.</param>
/// <param name="Site">Where.</param>
public sealed record FlowStep(string Kind, string Text, SourceSpan Site);

/// <summary>How a fact came here: a list that grows at its end and shares its beginning. Not part of a fact's identity.</summary>
public sealed class Trace(Trace? previous, FlowStep step)
{
    /// <summary>Longer traces keep their beginning; a reader follows no more than this.</summary>
    public const int MaxLength = 12;

    private readonly int _length = (previous?._length ?? 0) + 1;

    /// <summary>The trace with one more step, unless it is long enough, has the step, or was here last.</summary>
    public static Trace? Add(Trace? trace, FlowStep step) =>
        trace is not null && (trace._length >= MaxLength || trace.Last.Site.Equals(step.Site) || trace.Has(step)) ? trace : new Trace(trace, step);

    private bool Has(FlowStep other)
    {
        for (Trace? at = this; at is not null; at = at.Previous)
        {
            if (at.Last.Equals(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The trace followed by the steps of another one.</summary>
    public static Trace? Concat(Trace? first, Trace? second) =>
        second is null ? first : second.Steps().Aggregate(first, Add);

    private FlowStep Last => step;

    /// <summary>All steps, oldest first.</summary>
    public ImmutableArray<FlowStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<FlowStep>(_length);
        for (Trace? at = this; at is not null; at = at.Previous)
        {
            steps.Add(at.Last);
        }

        steps.Reverse();
        return steps.ToImmutable();
    }

    private Trace? Previous => previous;
}
