using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.Exports;

/// <summary>What a member means to projects that reference this one: an entry that a models file could have.</summary>
/// <param name="Member">The member that the entry names.</param>
/// <param name="Role">What it means.</param>
/// <param name="Place">Where in the member; null for the member as such.</param>
/// <param name="When">The condition, as a models file writes it.</param>
/// <param name="Note">The note of the entry.</param>
internal sealed record Export(ISymbol Member, Role Role, string? Place, string? Note = null, string? When = null)
{
    /// <summary>The entry as a line.</summary>
    public string Line =>
        RoleNames.OfRole[Role] + " " + Member.GetDocumentationCommentId() + Part(" ", Place) + Part(" when ", When) + Part(" : ", Note);

    /// <summary>The parameter that the entry is about as a whole, if it is.</summary>
    public IParameterSymbol? Parameter =>
        Member is IMethodSymbol method && Place is not null ? method.Parameters.FirstOrDefault(parameter => Place == "arg:" + parameter.Name) : null;

    private static string Part(string before, string? text) => text is null ? "" : before + text;
}
