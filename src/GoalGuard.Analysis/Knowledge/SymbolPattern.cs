namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// A documentation-comment id taken apart by text: <c>M:Some.Type`1.Member``1(Params)</c>. Ids are compared as strings, never
/// handed to Roslyn's id parser, which takes a property called <c>Item</c> for an indexer.
/// </summary>
/// <param name="Kind">The letter before the colon: T, M, P, F or E.</param>
/// <param name="Type">Full name of the type with arity (<c>System.Collections.Generic.List`1</c>); nested types joined by <c>.</c>.</param>
/// <param name="Member">Simple member name as in the id (<c>#ctor</c>, <c>Item</c>, <c>Add</c>), without generic arity; null for a type.</param>
/// <param name="Parameters">The text between the parentheses; <c>""</c> for <c>()</c>; null where all overloads are meant.</param>
/// <param name="Text">The id as written.</param>
public sealed record SymbolPattern(char Kind, string Type, string? Member, string? Parameters, string Text);
