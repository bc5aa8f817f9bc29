using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>What knowledge says about values that switch a precaution off, and about settings that take such values.</summary>
internal static class SwitchEntries
{
    private const string Never = "never";
    private const string Callback = "callback";
    private const string Answer = "answer";
    private const string Opens = "opens";
    private const string Approved = "approved";

    /// <summary>True for an entry by which something may be switched off: a member that a program with such a switch mentions.</summary>
    public static bool Is(RoleEntry entry) => IsNever(entry) || IsCallback(entry) || IsAnswer(entry) || IsOpening(entry) || IsLimit(entry);

    /// <summary>A value that asks nobody whenever it is used.</summary>
    public static bool IsValue(RoleEntry entry) => IsNever(entry) && entry is { Place: null, When: null };

    private static bool IsNever(RoleEntry entry) => entry is { Role: Role.Approval, Note: Never };

    private static bool IsCallback(RoleEntry entry) => entry is { Role: Role.Approval, Note: Callback };

    private static bool IsAnswer(RoleEntry entry) => entry is { Role: Role.Approval, Note: Answer, Place: { Root: PlaceRoot.Argument, Argument: Approved } };

    /// <summary>A setting of a container or of what runs code: some values take its isolation away.</summary>
    private static bool IsOpening(RoleEntry entry) => entry is { Role: Role.EffectContainer or Role.EffectKubernetes, Note: Opens, When: not null };

    /// <summary>A limit of rounds: a setting or an argument that takes a number.</summary>
    public static bool IsLimit(RoleEntry entry) => entry is { Role: Role.IterationLimit, Note: null, Place: not null };

    /// <summary>What the value at the place of an entry is switched off by; null if the entry says nothing of the kind.</summary>
    public static Off? Of(RoleEntry entry, ISymbol member, SourceSpan at)
    {
        var setting = Types.Display(member);
        return IsNever(entry) && entry.When is { } when && (entry.Place is null || when.Place.Equals(entry.Place)) ? new Off(SwitchKind.Approval, setting, at, when)
            : IsCallback(entry) ? new Off(SwitchKind.Approval, setting, at, null)
            : IsOpening(entry) && entry.When!.Place.Equals(entry.Place) ? new Off(SwitchKind.Isolation, setting, at, entry.When) { IsInTool = true }
            : IsLimit(entry) ? new Off(SwitchKind.Iterations, setting, at, null)
            : IsAnswer(entry) ? new Off(SwitchKind.Approval, setting, at, Off.Truth(true)) { IsAnswer = true }
            : null;
    }
}
