using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Confinement: bare file names, full paths compared with a root, and what looks like it but is not.</summary>
internal static class PathChecks
{
    /// <summary>Remembers, as a member of a relative path, the path that it was made of.</summary>
    private const string RelativeOf = "#relative";

    private const string InvalidCharacters = "GetInvalidFileNameChars";

    /// <summary>The separator of the machine that the program runs on: whichever it is, it ends a directory's name.</summary>
    public static bool IsSeparator(ISymbol member) =>
        member.Name is "DirectorySeparatorChar" or "AltDirectorySeparatorChar" && Types.FullName(member.ContainingType) == "System.IO.Path";

    public static Value? FileName(Frame frame, Call call) =>
        frame.Derive(call.Operation, frame[call.Argument(0)]) is { } name ? name with { Facts = name.Facts.With(Guard.FileName) } : null;

    /// <summary>The folder for temporary files ends in a separator.</summary>
    public static Value? Temporary(Frame frame, Call call) =>
        new Value { Id = frame.Fresh(call.Operation), Texts = Texts.Of(Behaviour.Containers.Temporary) };

    public static Value? MadeTemporary(Frame frame, Call call) =>
        new Value { Id = frame.Fresh(call.Operation), Texts = Texts.Of(Behaviour.Containers.Temporary + Texts.Hole) };

    public static Value? Harmless(Frame frame, Call call) => new Value { Id = frame.Fresh(call.Operation) };

    /// <summary>One argument: dots are resolved, and the path means the same file. Two: a rooted path escapes the base all the same.</summary>
    public static Value? FullPath(Frame frame, Call call)
    {
        var path = frame[call.Argument(0)];
        var result = frame.Derive(call.Operation, call.Arguments.Select(argument => frame[argument]).ToArray());
        return result with
        {
            Facts = result.Facts.With(Guard.Resolved), Texts = path.Texts, IsHost = false, StandsFor = call.Arguments.Length == 1 ? path.Id : null,
            Parts = call.Arguments.Length == 1 ? PathParts.From(path) : null,
        };
    }

    /// <summary>What a file or directory object says of its path: the full one is resolved and means the same file, the name has no directories.</summary>
    public static Value Part(Value receiver, ISymbol member, Value value) => member.Name switch
    {
        "FullName" when IsFileObject(member) => value with
        {
            Facts = value.Facts.With(Guard.Resolved), Texts = receiver.Texts, StandsFor = receiver.Id, Parts = PathParts.From(receiver),
        },
        "Name" when IsFileObject(member) => value with { Facts = value.Facts.With(Guard.FileName) },
        _ => value,
    };

    private static bool IsFileObject(ISymbol member) =>
        Types.FullName(member.ContainingType) is "System.IO.FileSystemInfo" or "System.IO.FileInfo" or "System.IO.DirectoryInfo";

    /// <summary>A constant ending says how the file is opened, whatever its name.</summary>
    public static Value? Ending(Frame frame, Call call)
    {
        var (path, ending) = (frame[call.Argument("path")], frame[call.Argument("extension")]);
        var texts = ending.Texts.IsConstant
            ? ending.Texts.Alternatives.Select(text => Texts.Of(Texts.Hole + (text.StartsWith(".", StringComparison.Ordinal) ? text : "." + text))).Aggregate((all, text) => all.Join(text))
            : Texts.Unknown;
        return frame.Derive(call.Operation, path, ending) with { Texts = texts };
    }

    public static Value? Combine(Frame frame, Call call)
    {
        var result = frame.Derive(call.Operation, call.Arguments.Select(argument => frame[argument]).ToArray());
        var texts = call.Arguments.Aggregate(Texts.Of(""), (text, argument) => text.Then(frame[argument].Texts));
        return result with { Texts = texts, Parts = Rebuilding.Combined(frame, call), Facts = result.Facts.Map(fact => fact.Without(Guard.Resolved)) };
    }

    /// <summary>Where its directory lies, the path lies.</summary>
    public static Value? Directory(Frame frame, Call call)
    {
        var path = frame[call.Argument(0)];
        return frame.Derive(call.Operation, path) with { StandsFor = path.Id, Parts = PathParts.From(path) };
    }

    public static Value? EndsInDirectorySeparator(Frame frame, Call call)
    {
        var path = frame[call.Argument(0)];
        var result = frame.Derive(call.Operation, path);
        return path.Id is { } id ? result with { Outcome = Outcome.True(new Assurance(Guard.EndsInSeparator, id)) } : result;
    }

    public static Value? Relative(Frame frame, Call call)
    {
        var path = frame[call.Argument(1)];
        var result = frame.Derive(call.Operation, path, frame[call.Argument(0)]);
        Members.Write(frame, result, RelativeOf, path);
        return result;
    }

    /// <summary>
    /// <c>full.StartsWith(root)</c> confines where the left side is a full path; strongly, where the root ends in a separator.
    /// A relative path that does not start with <c>..</c> stays below its base.
    /// </summary>
    public static Value? StartsWith(Frame frame, Call call)
    {
        var tested = frame[call.Instance];
        var prefix = frame[call.Argument(0)];
        var result = frame.Derive(call.Operation, tested, prefix);
        if (Approvals.IsAnswer(tested))
        {
            return result with { Outcome = Equalities.Outcome(frame, tested, prefix) };
        }

        if (frame.State.Members(tested.Id).TryGetValue(RelativeOf, out var whole) && prefix.Texts.All(text => text.StartsWith("..", StringComparison.Ordinal)))
        {
            var assurances = new[] { whole, tested }.Where(value => value.Id is not null).Select(value => new Assurance(Guard.Confined, value.Id)).ToArray();
            return result with { Outcome = Outcome.False(assurances) };
        }

        if (tested.Id is null || frame.Deep(prefix).HasConcrete)
        {
            return result;
        }

        if (IsHttpPrefix(prefix))
        {
            return result with { Outcome = Outcome.True(HostChecks.Assured(tested, Guard.HostChecked).ToArray()) };
        }

        var guard = prefix.Texts.All(EndsInSeparator) ? Guard.Prefixed : Guard.WeaklyPrefixed;
        var assured = (IsResolved(frame, tested) ? Confines(tested, guard) : Begins(tested, guard)).Concat(StatementChecks.Begins(tested, prefix));
        return result with { Outcome = Outcome.True(assured.ToArray()) };
    }

    /// <summary>The beginning of a path that may turn out to be a full one, and of the path that it was made of.</summary>
    private static IEnumerable<Assurance> Begins(Value path, Guard guard) =>
        new[] { path.Id, path.StandsFor }.OfType<Identity>().Select(of => new Assurance(guard, of));

    /// <summary>True for what <c>StartsWith</c> makes sure of where nobody knows yet whether the path is a full one.</summary>
    public static bool IsPrefix(Guard guard) => guard is Guard.Prefixed or Guard.WeaklyPrefixed;

    public static bool IsResolved(Frame frame, Value path) => frame.FactsOf(path).Facts.All(fact => (fact.Guards & Guard.Resolved) != 0);

    /// <summary>What the beginning of a full path makes sure of, for it and for the path that it was made of.</summary>
    public static IEnumerable<Assurance> Confines(Value path, Guard prefix)
    {
        var guard = prefix == Guard.Prefixed ? Guard.Confined : Guard.WeaklyConfined;
        return Of(path, guard);
    }

    /// <summary>The path, the one that it was made of, and the one that it was put together from.</summary>
    private static IEnumerable<Assurance> Of(Value path, Guard guard) =>
        new[] { path.Id, path.StandsFor, path.Parts?.Single }.OfType<Identity>().Distinct().Select(of => new Assurance(guard, of));

    /// <summary>What equality with a root makes sure of: the path is it, or begins with it.</summary>
    public static IEnumerable<Assurance> IsRoot(Frame frame, Value path) =>
        IsResolved(frame, path) ? Confines(path, Guard.Prefixed) : Begins(path, Guard.Prefixed);

    /// <summary>A prefix with scheme, whole host and the slash after it fixes the host.</summary>
    private static bool IsHttpPrefix(Value prefix) =>
        prefix.Texts.All(text => text.IndexOf("://", StringComparison.Ordinal) is var at and > 0 && text.IndexOf('/', at + 3) > at + 3);

    public static bool EndsInSeparator(string text) => text.Length > 0 && text[text.Length - 1] is '/' or '\\';

    /// <summary>The text of a value, with the separator that it was found to end in.</summary>
    public static Texts TextsOf(FlowState state, Value value) =>
        (state.GuardsOf(value.Id) & Guard.EndsInSeparator) != 0 && !value.Texts.All(EndsInSeparator) ? value.Texts.Then(Texts.Of("/")) : value.Texts;

    /// <summary>A directory with its separator means the directory.</summary>
    public static Identity? WithSeparator(Value directory, Value added) =>
        added.Texts.All(text => text is "/" or "\\") ? directory.StandsFor ?? directory.Id : null;

    /// <summary>No character that a file name may not have: no directory parts.</summary>
    public static Value? IndexOfAny(Frame frame, Call call)
    {
        var tested = frame[call.Instance];
        var isNameCheck = call.Argument(0)?.Value is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.Name: InvalidCharacters };
        var result = frame.Derive(call.Operation, tested);
        return isNameCheck && tested.Id is { } id ? result with { Outcome = Outcome.False(new Assurance(Guard.FileName, id)) } : result;
    }
}
