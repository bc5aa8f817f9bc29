using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>A line that could not be understood. <paramref name="Span"/> is the line in the file's text, without its line end.</summary>
public sealed record ModelsError(EntryOrigin Origin, TextSpan Span, string Message);

/// <summary>What one *.models file says.</summary>
/// <param name="Name">The file's name; entries name it as their origin.</param>
/// <param name="Assemblies">The file's entries apply where one of these assemblies is referenced; empty means always.</param>
/// <param name="Roles">The <c>role id …</c> lines.</param>
/// <param name="Flows">The <c>flow id …</c> lines.</param>
/// <param name="Withdrawn">The <c>- role id</c> lines.</param>
/// <param name="Errors">The lines that mean nothing.</param>
public sealed record ModelsFile(
    string Name,
    ImmutableArray<string> Assemblies,
    ImmutableArray<RoleEntry> Roles,
    ImmutableArray<FlowEntry> Flows,
    ImmutableArray<RoleEntry> Withdrawn,
    ImmutableArray<ModelsError> Errors)
{
    /// <summary>Those of <see cref="Assemblies"/> that were named by <c>library</c>: where one is referenced, code may call a model.</summary>
    public ImmutableArray<string> Libraries { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The text that was parsed: it makes two parses of an unchanged file equal, so that caches survive an edit elsewhere.</summary>
    internal string Text { get; init; } = "";

    public bool Equals(ModelsFile? other) =>
        ReferenceEquals(this, other) || (other is not null && Name == other.Name && Text == other.Text);

    public override int GetHashCode() => unchecked((Name.GetHashCode() * 31) + Text.GetHashCode());

    /// <summary>Whether the file says anything about a program that references these assemblies.</summary>
    internal bool AppliesTo(ISet<string> referencedAssemblyNames) => Assemblies.IsEmpty || Assemblies.Any(referencedAssemblyNames.Contains);
}
