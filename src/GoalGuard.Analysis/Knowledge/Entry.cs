namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// Holds only if the constant in <paramref name="Place"/> matches one of the <paramref name="Values"/>
/// (separated by <c>|</c> in the file; <c>*</c> stands for any text; upper and lower case are the same).
/// </summary>
public sealed record Condition(Place Place, System.Collections.Immutable.ImmutableArray<string> Values);

/// <summary>Where an entry was written.</summary>
public readonly record struct EntryOrigin(string File, int Line);

/// <summary><c>role id [place] [when arg:NAME=VALUE] [: note]</c>.</summary>
public sealed record RoleEntry(Role Role, SymbolPattern Symbol, Place? Place, Condition? When, string? Note, EntryOrigin Origin);

/// <summary><c>flow id place -> place</c>.</summary>
public sealed record FlowEntry(SymbolPattern Symbol, Place From, Place To, EntryOrigin Origin);
