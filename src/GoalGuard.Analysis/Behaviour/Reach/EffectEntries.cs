using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>
/// Which entries say that something happens, not only that it is prepared: a start info, the text of a statement and the body of a message
/// do nothing until something runs or sends them, and that has an entry of its own.
/// </summary>
internal static class EffectEntries
{
    /// <summary>First words of notes on what only configures, builds or looks up.</summary>
    private static readonly ImmutableArray<string> Preparing = ImmutableArray.Create(
        "setting", "opens", "payload", "base", "text", "environment", "choose", "host", "look-up", "looks up", "builds", "names a file", "type names",
        "loaded later", "only if", "by arg:", "the text was parsed elsewhere", "runs script only");

    public static bool Performs(RoleEntry entry) =>
        (Acts.IsAct(entry) || entry.Role == Role.Pipe) && !Preparing.Any(words => NoteIs(entry, words)) && entry.Symbol.Member switch
        {
            "#ctor" => !IsBuilt(entry.Role) && !NoteIs(entry, "by "),
            "op_Implicit" or "op_Explicit" => false,
            _ => !IsProperty(entry) || IsDelegate(entry) || entry.Role is Role.EffectEnvironment or Role.EffectBrowser or Role.Pipe or Role.Act,
        };

    /// <summary>True if the note says so with its first words.</summary>
    public static bool NoteIs(RoleEntry entry, string words) => entry.Note?.StartsWith(words, StringComparison.Ordinal) == true;

    /// <summary>Making the object of such an effect prepares it.</summary>
    private static bool IsBuilt(Role role) =>
        role is Role.EffectProcess or Role.EffectSql or Role.EffectRemoteShell or Role.EffectEmail or Role.EffectPayment;

    private static bool IsProperty(RoleEntry entry) => entry.Symbol.Kind is 'P' or 'F';

    /// <summary>A property or field that holds what acts.</summary>
    private static bool IsDelegate(RoleEntry entry) =>
        entry.Place?.Steps.FirstOrDefault().Kind is PlaceStepKind.DelegateParameter or PlaceStepKind.DelegateResult;
}
