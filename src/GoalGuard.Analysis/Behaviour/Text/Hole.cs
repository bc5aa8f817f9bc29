using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>A part that is not known before the program runs.</summary>
/// <param name="Span">The expression that yields it.</param>
/// <param name="Name">That expression, as it is written, on one line and cut short.</param>
/// <param name="Type">Its type before conversions; null where there is none.</param>
/// <param name="Facts">What is known of who made it.</param>
internal sealed record Hole(SourceSpan Span, string Name, ITypeSymbol? Type, FactSet Facts) : Fragment(Span)
{
    private const int MaxName = 60;

    /// <summary>What the assembly did not go on with, because it was too much: anything may stand here.</summary>
    public const string Cut = "...";

    /// <summary>The file or resource whose content it is, as far as its name is constant: the path behind the last part that is not.</summary>
    public string? ReadFrom { get; init; }

    public bool IsCut => Name == Cut;

    public static Hole Of(IOperation operation, FactSet facts) =>
        new(SourceSpan.Of(operation.Syntax), Display(Whole(operation.Syntax)), operation.Type, facts);

    public static Hole CutAt(SourceSpan span) => new(span, Cut, null, FactSet.Empty);

    /// <summary><c>.Name</c> behind a question mark says little without what stands before it.</summary>
    private static SyntaxNode Whole(SyntaxNode syntax)
    {
        while (syntax.Parent is ConditionalAccessExpressionSyntax access && syntax == access.WhenNotNull)
        {
            syntax = access;
        }

        return syntax;
    }

    private static string Display(SyntaxNode syntax)
    {
        // A whole method may stand behind one expression: no more of it is written out than is shown.
        var text = syntax.Span.Length <= 4 * MaxName ? syntax.ToString() : syntax.SyntaxTree.GetText().ToString(new(syntax.SpanStart, 4 * MaxName));
        text = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxName ? text : text.Substring(0, MaxName) + "…";
    }

    public bool Equals(Hole? other) =>
        other is not null && Span == other.Span && Name == other.Name && ReadAt == other.ReadAt && ReadFrom == other.ReadFrom && Facts.SameAs(other.Facts);

    public override int GetHashCode() => (Span, Name).GetHashCode();

    public override string ToString() => "{" + (ReadFrom is null ? Name : Name + ":" + ReadFrom) + "}";
}
