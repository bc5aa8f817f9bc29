using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Picks;

/// <summary>
/// What a model picked is done, or given to what acts: the words that picked it meet the act. Their act has the role of a selection; what is done is its note.
/// </summary>
internal static class PickedActs
{
    public static bool Is(Act act) => act is { Effect: Role.Selection, Note: not null };

    public static void See(Frame frame, Call call)
    {
        if (!frame.Method.MayPick)
        {
            return;
        }

        var inputs = call.Arguments.Select(argument => argument.Value).Prepend(call.Instance!).Where(input => input is not null);
        var picks = inputs.SelectMany(input => Picked.In(frame, input!, frame[input]).Concat(Picked.Under(frame, input).Of(ChoiceKind.Picked))).Distinct().ToList();
        if (picks.Count == 0 || Act(frame, call) is not { } act)
        {
            return;
        }

        var at = SourceSpan.Of(call.Operation.Syntax);
        foreach (var pick in picks)
        {
            var words = FactSet.Of(pick.By.Relating(Relations.Of(new[] { pick }))).With(frame.State.GuardsOf(null));
            Acts.Record(frame, words, at, act, null, at, null);
        }
    }

    /// <summary>Of the words that picked something, those of a model that was shown what there is to pick; of any other act, all.</summary>
    public static FactSet Shown(Frame frame, Act act, FactSet facts) => !Is(act) ? facts
        : facts.Where(fact => fact.Relations.Of(ChoiceKind.Picked)
            .Any(pick => frame.Engine.Listing.Shows(fact.Origin.Site, pick.Site, frame.Method.Cancellation)));

    /// <summary>What the call does by itself or below; null if it changes nothing. That a model is asked is no act.</summary>
    private static Act? Act(Frame frame, Call call)
    {
        var site = SourceSpan.Of(call.Operation.Syntax);
        if (frame.Engine.Knowledge.RolesOf(call.Method).Any(ModelOutputs.Asks))
        {
            return null;
        }

        var own = new OwnEffects(frame.Engine.Knowledge, ImmutableArray<IOperation>.Empty).Of(call.Operation)
            .FirstOrDefault(effect => effect.IsMutating && effect.Role != Role.EffectTool);
        if (own is not null)
        {
            return new Act(Role.Selection, own.Symbol, own.Display, site, Note: RoleNames.OfRole[own.Role]);
        }

        var below = Bodies(frame, call).SelectMany(body => frame.Engine.Reach.Of(body, frame.Method.Cancellation).Effects)
            .FirstOrDefault(effect => effect.IsMutating && effect.Role != Role.EffectTool);
        return below is not null ? new Act(Role.Selection, below.Symbol, below.Display, below.Site, Note: RoleNames.OfRole[below.Role])
            : call.Method.MethodKind == MethodKind.DelegateInvoke || InferredActs.Is(frame, call) ? new Act(Role.Selection, Types.Display(call.Method), Types.Display(call.Method), site, Inferred: true, Note: "act")
            : null;
    }

    private static IEnumerable<IMethodSymbol> Bodies(Frame frame, Call call) =>
        frame[call.Instance] is { Targets: { IsEmpty: false } targets } && call.Method.MethodKind == MethodKind.DelegateInvoke
            ? targets.Select(target => target.Method)
            : frame.Engine.Dispatch.Targets(frame, call);
}
