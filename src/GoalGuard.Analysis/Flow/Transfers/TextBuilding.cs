using System.Text.RegularExpressions;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Texts made of texts: concatenation and interpolation, with the constant parts kept.</summary>
internal static class TextBuilding
{
    /// <summary>An escaped brace, or a hole with the number of its argument.</summary>
    private static readonly Regex Holes = new(@"\{\{|\}\}|\{(\d+)[^{}]*\}", RegexOptions.CultureInvariant);

    /// <summary>What a part of a text can no longer choose, because of what stands before it.</summary>
    private static FactSet After(Texts before, FactSet facts) => Containers.After(before, HostChecks.After(before, facts));

    public static Value Concat(Frame frame, IOperation operation, Value left, Value right)
    {
        var facts = frame.Deep(left).Join(After(left.Texts, frame.Deep(right)));
        var directory = PathChecks.WithSeparator(left, right);
        return new Value { Id = frame.Fresh(operation), Facts = facts, Texts = left.Texts.Then(right.Texts), StandsFor = directory, Parts = directory is null ? null : left.Parts };
    }

    /// <summary>A constant format is read like an interpolation; null where it is not constant or its arguments are not written out.</summary>
    public static Value? Format(Frame frame, Call call)
    {
        if (call.Argument("format") is not { } format || !frame[format].Texts.IsConstant || frame[format].Texts.Alternatives.Length != 1)
        {
            return null;
        }

        var arguments = call.Arguments.Where(argument => argument.Parameter?.Ordinal > format.Parameter!.Ordinal).SelectMany(Written).ToList();
        var facts = FactSet.Empty;
        var texts = Texts.Of("");
        var end = 0;
        var text = frame[format].Texts.Alternatives[0];
        foreach (Match hole in Holes.Matches(text))
        {
            if (hole.Groups[1].Success)
            {
                texts = texts.Then(Texts.Of(text.Substring(end, hole.Index - end)));
                if (!int.TryParse(hole.Groups[1].Value, out var index) || index >= arguments.Count)
                {
                    return null;
                }

                facts = facts.Join(After(texts, frame.Deep(frame[arguments[index]])));
                texts = texts.Then(frame[arguments[index]].Texts);
                end = hole.Index + hole.Length;
            }
        }

        return new Value { Id = frame.Fresh(call.Operation), Facts = facts, Texts = texts.Then(Texts.Of(text.Substring(end))) };
    }

    /// <summary>An argument, or those that the compiler packed into an array.</summary>
    private static IEnumerable<IOperation> Written(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.Explicit } => new[] { argument.Value },
        { Value: IArrayCreationOperation { Initializer: { } initializer } } => initializer.ElementValues,
        _ => Enumerable.Empty<IOperation>(),
    };

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
            facts = facts.Join(After(texts, frame.Deep(value)));
            texts = texts.Then(value.Texts);
        }

        return new Value { Id = frame.Fresh(interpolated), Facts = facts, Texts = texts };
    }
}
