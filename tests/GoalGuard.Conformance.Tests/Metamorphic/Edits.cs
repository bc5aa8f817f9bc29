using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>Changes of one text, collected in any order. Of two that overlap, the first stays.</summary>
internal sealed class Edits
{
    private readonly List<TextChange> _changes = new();

    public bool Replace(SyntaxNode node, string text) => Replace(node.Span, text);

    public bool Replace(SyntaxToken token, string text) => Replace(token.Span, text);

    public bool Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    public bool Overlaps(TextSpan span) => _changes.Exists(change => Overlap(change.Span, span));

    public bool Replace(TextSpan span, string text)
    {
        if (Overlaps(span))
        {
            return false;
        }

        _changes.Add(new TextChange(span, text));
        return true;
    }

    public string ApplyTo(SyntaxTree tree) => tree.GetText().WithChanges(Merged()).ToString();

    /// <summary>Insertions at one place become one, in the order in which they came.</summary>
    private IEnumerable<TextChange> Merged() =>
        from change in _changes
        group change by change.Span into same
        orderby same.Key.Start, same.Key.Length
        select new TextChange(same.Key, string.Concat(same.Select(change => change.NewText)));

    private static bool Overlap(TextSpan one, TextSpan other) =>
        one.Length > 0 && other.Length > 0
            ? one.OverlapsWith(other)
            : one.Length > 0 ? one.Start < other.Start && other.Start < one.End : other.Start < one.Start && one.Start < other.End;
}
