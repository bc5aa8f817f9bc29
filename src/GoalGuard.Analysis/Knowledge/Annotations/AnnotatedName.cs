namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>A type, or all members of one name in a type, of which at least one carries an annotation.</summary>
/// <param name="Type">The type as metadata names it: <c>Some.Outer`1+Inner</c>.</param>
/// <param name="Member">The member as a symbol is called; null for the type itself.</param>
internal readonly record struct AnnotatedName(string Type, string? Member);
