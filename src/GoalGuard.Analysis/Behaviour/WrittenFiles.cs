using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// What was written to a file is remembered with the path, so that whoever runs the file runs that. It does not choose the path: only an interpreter
/// that reads the file makes something of it.
/// </summary>
internal static class WrittenFiles
{
    private const string Content = "#content";
    private const string FileName = "file name";
    private const string ArgumentString = "arguments";

    private static readonly ImmutableArray<string> ScriptEndings =
        ImmutableArray.Create(".sh", ".bash", ".command", ".bat", ".cmd", ".ps1", ".vbs", ".py", ".js", ".rb", ".pl", ".exe");

    /// <summary>True for what runs when it is opened; a report that a program opens in a viewer does not.</summary>
    private static bool IsScript(string path) => ScriptEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>False for an argument string that ends in the name of a picture or a page: it is opened in a viewer. Where only some of what it may be says so, it is meant for all.</summary>
    private static bool MayBeScript(Texts arguments)
    {
        var endings = arguments.Alternatives.Select(Ending).OfType<string>().ToList();
        return endings.Count == 0 || endings.Exists(IsScript);
    }

    /// <summary>The ending of the file that stands last; null where it is not constant.</summary>
    private static string? Ending(string arguments)
    {
        var end = arguments.TrimEnd('"', '\'', ' ');
        var dot = end.LastIndexOf('.');
        return dot < 0 || end.IndexOfAny(new[] { ' ', '/', '\\', Texts.Hole }, dot) >= 0 ? null : end.Substring(dot);
    }

    /// <summary><c>File.WriteAllText(path, code)</c>; a copy or a move writes nothing that is at hand here.</summary>
    public static void Write(Frame frame, Call call, RoleEntry entry)
    {
        if (entry is not { Role: Role.EffectFileWrite, Place: { Root: PlaceRoot.Argument, Argument: { } name } } || !call.Method.IsStatic
            || call.Argument(name) is not { } path || frame[path].Id is null)
        {
            return;
        }

        var content = FactSet.Empty;
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name is "contents" or "bytes"))
        {
            content = content.Join(frame.Deep(frame[argument]));
        }

        if (!content.IsEmpty)
        {
            Members.Write(frame, frame[path], Content, new Value { Id = frame.Fresh(call.Operation, Content), Facts = content.With(Guard.Stored) });
        }
    }

    /// <summary>What the file holds that a path with these facts names.</summary>
    public static FactSet Of(FactSet path) => path.Where(IsStored)
        .Map(fact => fact.Without(Guard.Stored));

    /// <summary>What chose the path itself.</summary>
    public static FactSet Path(FactSet path) => path.Where(fact => !IsStored(fact));

    private static bool IsStored(Fact fact) => (fact.Guards & Guard.Stored) != 0;

    /// <summary>A call names a file that was written before, as the program or in its argument string.</summary>
    public static void Named(Frame frame, Call call, RoleEntry entry, FactSet facts, SourceSpan at, Act act)
    {
        var start = frame.Method.IdentityOf(call.Operation, null);
        if (entry is { Role: Role.EffectProcess, Note: ArgumentString } && call.Argument("fileName") is { } name)
        {
            Programs.Name(frame, start, frame[name], name.Value);
        }

        Named(frame, start, frame[call.Argument(entry.Place?.Argument ?? "")], entry, facts, at, act);
    }

    /// <summary>The program of a start info may be named later, so what its arguments name waits.</summary>
    public static void Named(Frame frame, Identity? start, Value value, RoleEntry entry, FactSet facts, SourceSpan at, Act act)
    {
        if (entry.Role != Role.EffectProcess || start is null || Of(facts).IsEmpty)
        {
            return;
        }

        if (entry.Note == FileName && value.Texts.All(IsScript))
        {
            Programs.RecordSplit(frame, facts.Where(IsStored), at, act, null, act.Site);
        }
        else if (entry.Note == ArgumentString && MayBeScript(value.Texts))
        {
            var before = value.Texts.IsUnknown ? "" : Options(value.Texts.Alternatives[0]);
            frame.Method.Waiting[(at, Run(act))] = new Programs.Waiting(start, facts.Where(IsStored), at, act.Site, act, before);
        }
    }

    /// <summary>What stands before the file in an argument string: the words that begin like options.</summary>
    private static string Options(string arguments) =>
        string.Join("\n", arguments.Split(' ').TakeWhile(word => word.Length > 1 && (word[0] == '-' || (word[0] == '/' && word.IndexOf('/', 1) < 0 && word.IndexOf('.') < 0))));

    /// <summary>The act of running what was written.</summary>
    public static Act Run(Act act) => act with { Effect = Role.EffectCode, Display = act.Display + ", which runs a file that was written before" };
}
