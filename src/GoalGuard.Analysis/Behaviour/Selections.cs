using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Library members that choose among many, by knowledge: the best by a key, the first that pleases, an order, a filter. If a model stated what decides, what comes
/// out was chosen by it.
/// </summary>
internal sealed class Selections
{
    private const string Best = "best";
    private const string First = "first";
    private const string Filter = "filter";
    private const string Order = "order";
    private const string Sort = "sort";
    private const string Key = "key";

    private readonly SourceSpan _site;
    private readonly Relations _chosen;
    private readonly bool _takes;

    private Selections(SourceSpan site, Relations chosen, bool takes, bool sorts)
    {
        _site = site;
        _chosen = chosen;
        _takes = takes;
        Sorts = sorts;
    }

    /// <summary>True if it brings the receiver's elements into another order.</summary>
    public bool Sorts { get; }

    /// <summary>What a call selects by; null if it selects nothing, or by nothing that a model stated.</summary>
    public static Selections? Of(Frame frame, Call call, Func<Place, Value> read)
    {
        var chosen = Relations.None;
        var (takes, sorts) = (false, false);
        var site = SourceSpan.Of(call.Operation.Syntax);
        foreach (var entry in frame.Engine.Knowledge.RolesOf(call.Method).Where(entry => entry.Role == Role.Selection))
        {
            takes |= entry.Note == First;
            sorts |= entry.Note == Sort;
            if (entry.Place is { } place && entry.Note == Key)
            {
                chosen = chosen.Join(Picks.Picked.By(frame, read(place), call.Operation));
            }
            else if (entry.Place is { } decides)
            {
                chosen = chosen.Join(Picks.Picked.ByPredicate(frame, call, decides, read(decides)));
                chosen = chosen.Join(Relations.ChosenBy(frame.Deep(read(decides)), site, Kind(entry.Note)));
            }
        }

        return takes || !chosen.IsNone ? new Selections(site, chosen, takes, sorts) : null;
    }

    private static ChoiceKind? Kind(string? note) => note switch
    {
        Best or First => ChoiceKind.Selected,
        Filter => ChoiceKind.Gated,
        Order or Sort => ChoiceKind.Ordered,
        _ => null,
    };

    public Value Apply(Frame frame, Value value) => Picks.Picked.Known(frame, value with
    {
        Facts = (_takes ? frame.FactsOf(value).Map(fact => fact.Relating(Choices.Taken(fact.Relations, _site))) : value.Facts).Relating(_chosen),
        Chosen = (_takes ? value.Chosen.Join(Choices.Taken(value.Chosen, _site)) : value.Chosen).Join(_chosen),
    });
}
