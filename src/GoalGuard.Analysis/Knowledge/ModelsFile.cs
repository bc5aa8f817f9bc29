using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>A malformed line; the rest of its file still counts.</summary>
public sealed record ModelsError(EntryOrigin Origin, TextSpan Span, string Message);

/// <summary>A parsed *.models file.</summary>
/// <param name="Name">The file's name or path.</param>
/// <param name="Assemblies">The model libraries it is about; its entries apply where one of them is referenced. Empty: always.</param>
/// <param name="Roles">What its members mean.</param>
/// <param name="Flows">How data flows through its members.</param>
/// <param name="Withdrawn">Embedded entries that it takes back.</param>
/// <param name="Errors">Its malformed lines.</param>
public sealed record ModelsFile(
    string Name, ImmutableArray<string> Assemblies, ImmutableArray<RoleEntry> Roles, ImmutableArray<FlowEntry> Flows,
    ImmutableArray<RoleEntry> Withdrawn, ImmutableArray<ModelsError> Errors);
