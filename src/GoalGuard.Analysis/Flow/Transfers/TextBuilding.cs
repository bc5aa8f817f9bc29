using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Texts made of texts: concatenation and interpolation, with the constant parts kept.</summary>
internal static class TextBuilding
{
    public static Value Concat(Frame frame, IOperation operation, Value left, Value right)
    {
        var facts = frame.Deep(left).Join(HostChecks.After(left.Texts, frame.Deep(right)));
        return new Value { Id = frame.Fresh(operation), Facts = facts, Texts = left.Texts.Then(right.Texts) };
    }

    public static Value Apply(Frame frame, IInterpolatedStringOperation interpolated)
    {
        var facts = FactSet.Empty;
        var texts = Texts.Of("");
        foreach (var part in interpolated.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation text => frame[text.Text],
                IInterpolationOperation hole => frame[hole.Expression],
                _ => frame[part],
            };
            facts = facts.Join(HostChecks.After(texts, frame.Deep(value)));
            texts = texts.Then(value.Texts);
        }

        return new Value { Id = frame.Fresh(interpolated), Facts = facts, Texts = texts };
    }
}
