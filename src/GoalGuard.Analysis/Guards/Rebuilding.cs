using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Paths that are taken apart and put together again, link by link: the result means the path, or a directory that it lies in.</summary>
internal static class Rebuilding
{
    /// <summary>Where a path begins.</summary>
    public static Value? Root(Frame frame, Call call)
    {
        var path = frame[call.Argument(0)];
        return frame.Derive(call.Operation, path) with { Parts = Counts(frame, path) ? PathParts.From(path)?.As(PathPart.Root) : null };
    }

    /// <summary>Segments of a path, or what is left of it: <c>Split</c>, <c>Substring</c>.</summary>
    public static Value? Segments(Frame frame, Call call)
    {
        var path = frame[call.Instance];
        return Counts(frame, path) && KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(call.Method)) is { } segments
            ? segments with { Parts = PathParts.From(path)?.As(PathPart.Segments) }
            : null;
    }

    /// <summary>An element of segments is one of them.</summary>
    public static Value Segment(Frame frame, Value segments, Value element, ITypeSymbol? type) =>
        Types.IsString(type) && Counts(frame, segments) ? element with { Parts = PathParts.From(segments)?.As(PathPart.Segments) } : element;

    /// <summary>A file object means its path.</summary>
    public static Value? FileObject(Frame frame, Call call) =>
        KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(call.Method)) is { } made ? made with { Parts = PathParts.From(frame[call.Argument(0)]) } : null;

    /// <summary>The target of a link means the link.</summary>
    public static Value? LinkTarget(Frame frame, Call call)
    {
        var link = frame[call.Instance ?? call.Argument(0)?.Value];
        return frame.Derive(call.Operation, link) with { Parts = PathParts.From(link) };
    }

    /// <summary>A root followed by segments.</summary>
    public static PathParts? Combined(Frame frame, Call call)
    {
        if (!call.Arguments.Any(argument => Counts(frame, frame[argument])))
        {
            return null;
        }

        var result = PathParts.None;
        foreach (var argument in call.Arguments)
        {
            result = result is null ? null : PathParts.Combine(result, PathParts.From(frame[argument]));
        }

        return result;
    }

    /// <summary>Only of a path that a caller knows, or that was taken apart already, is it worth knowing.</summary>
    private static bool Counts(Frame frame, Value path) => path.Parts is not null || (!path.Facts.IsEmpty && path.Id is not null);
}
