namespace GoalGuard.Analysis.Flow;

/// <summary>A place in the analysed source that may outlive its syntax tree: summaries and findings hold these, never nodes.</summary>
public readonly record struct SourceSpan(string Path, int Start, int Length)
{
    public static SourceSpan Of(SyntaxNode node) => Of(node.SyntaxTree, node.Span);

    public static SourceSpan Of(SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span) => new(tree.FilePath, span.Start, span.Length);

    /// <summary>True if the other place lies within this one.</summary>
    public bool Contains(SourceSpan other) => Path == other.Path && other.Start >= Start && other.Start + other.Length <= Start + Length;
}
