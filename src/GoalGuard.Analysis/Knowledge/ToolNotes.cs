namespace GoalGuard.Analysis.Knowledge;

/// <summary>First words of notes on what makes a tool.</summary>
internal static class ToolNotes
{
    /// <summary>A model calls the member itself, and fills the argument.</summary>
    public const string Called = "called";

    /// <summary>Whatever carries the attribute is a tool.</summary>
    public const string Attribute = "attribute";
}
