namespace GoalGuard.Analysis.Flow;

/// <summary>Which part of the paths it came from a text is.</summary>
public enum PathPart
{
    /// <summary>The path itself, or a directory that it lies in, perhaps by way of its links.</summary>
    Whole,

    /// <summary>The root that it begins with.</summary>
    Root,

    /// <summary>Some of its segments, or what is left of it after its root.</summary>
    Segments,
}

/// <summary>
/// What a path is put together from: the paths whose root and segments it is made of, and nothing else. A helper that resolves links takes
/// a full path apart and puts it together again; what is then sure of the result is sure of the path. Immutable.
/// </summary>
public sealed class PathParts(ImmutableArray<Identity> of, PathPart part)
{
    /// <summary>Paths that one is told to be made of.</summary>
    private const int MaxPaths = 4;

    /// <summary>Made of nothing: joined with others, it takes nothing away.</summary>
    public static readonly PathParts None = new(ImmutableArray<Identity>.Empty, PathPart.Whole);

    public ImmutableArray<Identity> Of => of;

    public PathPart Part => part;

    /// <summary>The one path that this one means, or means a directory of.</summary>
    public Identity? Single => part == PathPart.Whole && of.Length == 1 ? of[0] : null;

    /// <summary>What a value is made of: itself, if nothing else is known. Null and empty texts are made of nothing.</summary>
    public static PathParts? From(Value value) =>
        value.Parts is { } known ? known
        : value.Id is { } id ? new PathParts(ImmutableArray.Create(id), PathPart.Whole)
        : value.Facts.IsEmpty && (value.Texts.IsUnknown || value.Texts.All(text => text.Length == 0)) ? None : null;

    /// <summary>The same paths, as another part of them.</summary>
    public PathParts As(PathPart other) => other == part ? this : new PathParts(of, other);

    /// <summary>A root, or a path, followed by segments.</summary>
    public static PathParts? Combine(PathParts? first, PathParts? next) =>
        first is null || next is null ? null
        : first.Of.IsEmpty ? next
        : Union(first, next, first.Part == PathPart.Segments ? PathPart.Segments : PathPart.Whole);

    /// <summary>One or the other.</summary>
    public static PathParts? Either(PathParts? first, PathParts? second) =>
        first is null || second is null ? null
        : first.Of.IsEmpty ? second
        : second.Of.IsEmpty ? first
        : Union(first, second, first.Part == second.Part ? first.Part : PathPart.Segments);

    /// <summary>All that a helper put together out of these arguments; <paramref name="part"/>: what it is of its parameters.</summary>
    public static PathParts? Resolve(IEnumerable<PathParts?> arguments, PathPart part)
    {
        PathParts? result = None;
        var beginsAtRoot = false;
        foreach (var argument in arguments)
        {
            if (argument is null)
            {
                return null;
            }

            beginsAtRoot |= argument.Part != PathPart.Segments && !argument.Of.IsEmpty;
            result = Union(result, argument, PathPart.Whole);
            if (result is null)
            {
                return null;
            }
        }

        return result.Of.IsEmpty ? None : result.As(part == PathPart.Whole && !beginsAtRoot ? PathPart.Segments : part);
    }

    private static PathParts? Union(PathParts first, PathParts second, PathPart part)
    {
        var all = first.Of;
        foreach (var path in second.Of)
        {
            all = all.Contains(path) ? all : all.Add(path);
        }

        return all.Length > MaxPaths ? null : all == first.Of ? first.As(part) : new PathParts(all, part);
    }

    public static bool AreSame(PathParts? a, PathParts? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.Part == b.Part && a.Of.SequenceEqual(b.Of));
}

/// <summary>What a returned path is put together from, by parameter numbers.</summary>
public sealed class SummaryParts(ImmutableArray<int> of, PathPart part)
{
    public ImmutableArray<int> Of => of;

    public PathPart Part => part;

    public static bool AreSame(SummaryParts? a, SummaryParts? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.Part == b.Part && a.Of.SequenceEqual(b.Of));
}
