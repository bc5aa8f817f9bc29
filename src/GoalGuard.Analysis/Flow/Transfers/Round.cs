using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// The nearest loop, or delegate that a library runs for each element, around a place in the source. What is kept in it under a comparison and outlives the round was chosen
/// among several; what is only used in the round passed, or did not, by itself.
/// </summary>
internal sealed class Round
{
    private readonly SourceSpan _whole;
    private readonly SourceSpan _body;
    private readonly SourceSpan _member;

    private Round(SyntaxNode round, SyntaxNode body)
    {
        _whole = SourceSpan.Of(round);
        _body = SourceSpan.Of(body);
        _member = SourceSpan.Of(round.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() ?? round);
    }

    /// <param name="frame">Where the place is walked.</param>
    /// <param name="place">The place.</param>
    /// <param name="leaves">True if it leaves the function that it stands in: a round of which that function is one goes on.</param>
    public static Round? Around(Frame frame, SyntaxNode place, bool leaves)
    {
        for (var node = place.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            switch (node)
            {
                case CommonForEachStatementSyntax loop:
                    return new Round(loop, loop.Statement);
                case ForStatementSyntax loop:
                    return new Round(loop, loop.Statement);
                case WhileStatementSyntax loop:
                    return new Round(loop, loop.Statement);
                case DoStatementSyntax loop:
                    return new Round(loop, loop.Statement);
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax when leaves:
                    return null;
                case AnonymousFunctionExpressionSyntax lambda when frame.IsGivenElements:
                    return new Round(lambda, lambda.Body);
            }
        }

        return null;
    }

    /// <summary>True if what is stored there is there after the round.</summary>
    public bool IsOutlivedBy(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: var local } => !local.DeclaringSyntaxReferences.Any(declared => _whole.Contains(SourceSpan.Of(declared.SyntaxTree, declared.Span))),
        IParameterReferenceOperation { Parameter: var parameter } => !parameter.DeclaringSyntaxReferences.Any(declared => _whole.Contains(SourceSpan.Of(declared.SyntaxTree, declared.Span))),
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
        _ => false,
    };

    /// <summary>True for a choice that is made in each round, here or in a helper.</summary>
    public bool Decides(Choice choice) => choice.Kind == ChoiceKind.Selected && (_whole.Contains(choice.Site) || !_member.Contains(choice.Site));

    /// <summary>True if the words came into the member in this round: then the round asks until an answer is good enough, and there are not several at once.</summary>
    public bool Makes(FactSet value) => value.Facts.Any(fact => (fact.Guards & Guard.NotText) == 0 && fact.Origin.IsConcrete && fact.Trace?.Steps() is { } steps
        && steps.FirstOrDefault(step => _member.Contains(step.Site)) is { } first && _body.Contains(first.Site));
}
