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

    private static readonly ImmutableArray<string> ScriptEndings =
        ImmutableArray.Create(".sh", ".bash", ".command", ".bat", ".cmd", ".ps1", ".vbs", ".py", ".js", ".rb", ".pl", ".exe");

    /// <summary>True for what runs when it is opened; a report that a program opens in a viewer does not.</summary>
    public static bool IsScript(string path) => ScriptEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>File.WriteAllText(path, code)</c>.</summary>
    public static void Write(Frame frame, Call call, RoleEntry entry)
    {
        if (entry is not { Role: Role.EffectFileWrite, Place: { Root: PlaceRoot.Argument, Argument: { } name } } || !call.Method.IsStatic
            || call.Argument(name) is not { } path || frame[path].Id is null)
        {
            return;
        }

        var content = FactSet.Empty;
        foreach (var argument in call.Arguments.Where(argument => argument != path && argument.Parameter is { } parameter && Types.IsCollectionOrText(parameter.Type)))
        {
            content = content.Join(frame.Deep(frame[argument]));
        }

        if (!content.IsEmpty)
        {
            Members.Write(frame, frame[path], Content, new Value { Id = frame.Fresh(call.Operation, Content), Facts = content.With(Guard.Stored) });
        }
    }

    /// <summary>What the file holds that a path with these facts names.</summary>
    public static FactSet Of(FactSet path) => path.Where(fact => (fact.Guards & Guard.Stored) != 0)
        .Map(fact => new Fact(fact.Origin, fact.Guards & ~Guard.Stored, fact.Trace));

    /// <summary>What chose the path itself.</summary>
    public static FactSet Path(FactSet path) => path.Where(fact => (fact.Guards & Guard.Stored) == 0);

    /// <summary>The act of running what was written.</summary>
    public static Act Run(Act act) => act with { Effect = Role.EffectCode, Display = act.Display + ", which runs a file that was written before" };
}
