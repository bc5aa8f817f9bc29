using System;

namespace GoalGuard.Annotations;

/// <summary>Any other role that a models file can give to the member: <c>[Role("memory", "arg:text", Note = "write")]</c>.</summary>
/// <param name="role">The role, as a models file writes it.</param>
/// <param name="place">Where in the member, as a models file writes it; null for a role without a place.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class RoleAttribute(string role, string? place = null) : Attribute
{
    /// <summary>The role, as a models file writes it.</summary>
    public string Name { get; } = role;

    /// <summary>Where in the member, as a models file writes it.</summary>
    public string? Place { get; } = place;

    /// <summary>The note of the entry.</summary>
    public string? Note { get; set; }
}
