using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// What a loop makes of the variables, however often it goes round. One round is read with placeholders for what the variables held when it began; what the
/// round puts before or behind a placeholder is repeated, anything else is an alternative to what was there before.
/// </summary>
internal static class Repetitions
{
    public static void ForEach(Walk walk, IForEachLoopOperation loop)
    {
        var elements = Lists.AnyOf(Expressions.Of(walk, loop.Collection));
        var item = Variables.Of(loop.LoopControlVariable);
        Run(walk, loop, () =>
        {
            if (elements is not null && item is not null)
            {
                walk.State = walk.State.With(item, elements);
            }

            Statements.Run(walk, loop.Body);
        });
    }

    public static void Run(Walk walk, IOperation loop, Action round)
    {
        if (walk.IsDone || !walk.State.IsReachable)
        {
            return;
        }

        var span = SourceSpan.Of(loop.Syntax);
        var before = walk.State;
        var wasRecording = walk.IsRecording;
        walk.IsRecording = false;
        walk.State = before.Variables.Aggregate(before, (state, variable) => state.With(variable, AssembledText.Of(new Placeholder(span, variable))));
        round();
        var after = Closed(before, walk.State, span);
        walk.IsRecording = wasRecording;
        if (walk.IsRecording && walk.Contains(loop))
        {
            walk.State = after;
            round();
        }

        walk.State = after;
    }

    /// <summary>The state after any number of rounds.</summary>
    private static TextState Closed(TextState before, TextState round, SourceSpan loop) =>
        round.Variables.Aggregate(before, (state, variable) => state.With(
            variable, before[variable] is null ? Filled(round[variable]!, before, round) : Closed(variable, before, round, loop)));

    private static AssembledText Closed(ISymbol variable, TextState before, TextState round, SourceSpan loop)
    {
        var (held, next) = (before[variable]!, round[variable]!);
        if (IsUntouched(next, variable))
        {
            return held;
        }

        var at = next.Fragments.Select((fragment, i) => (fragment, i)).Where(each => Is(each.fragment, variable)).Select(each => each.i).DefaultIfEmpty(-1).First();
        if (at >= 0 && next.All.Count(fragment => Is(fragment, variable)) == 1)
        {
            var first = Filled(AssembledText.Of(next.Fragments.RemoveRange(at, next.Fragments.Length - at)), before, round);
            var last = Filled(AssembledText.Of(next.Fragments.RemoveRange(0, at + 1)), before, round);
            return Rounds(first, loop).Then(held).Then(Rounds(last, loop));
        }

        return Alternatives.Of(held, Filled(next, before, round));
    }

    private static AssembledText Rounds(AssembledText text, SourceSpan loop) =>
        text.IsEmpty ? text : AssembledText.Of(new Repeated(text.Fragments[0] is Hole ? loop : text.Fragments[0].Span, text));

    /// <summary>Placeholders of this loop as what was there before the first round; what a round changes goes on with "…".</summary>
    private static AssembledText Filled(AssembledText text, TextState before, TextState round) => text.Map(fragment =>
        fragment is Placeholder { Variable: { } variable } && before[variable] is { } held
            ? IsUntouched(round[variable]!, variable) ? held : held.Then(AssembledText.Of(new Repeated(fragment.Span, AssembledText.Empty)))
            : AssembledText.Of(fragment));

    private static bool IsUntouched(AssembledText text, ISymbol variable) => text.Fragments.Length == 1 && Is(text.Fragments[0], variable);

    private static bool Is(Fragment fragment, ISymbol variable) => fragment is Placeholder placeholder && placeholder.StandsFor(variable);
}
