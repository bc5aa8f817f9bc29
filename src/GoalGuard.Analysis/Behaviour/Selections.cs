using GoalGuard.Analysis.Behaviour.Picks;
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
    private const string Part = "part";
    private const string Fold = "fold";
    private const string Index = "index";

    private readonly Call _call;
    private readonly SourceSpan _site;
    private readonly Relations _chosen;
    private readonly bool _takes;
    private readonly bool _isOne;
    private readonly bool _folds;

    private Selections(Call call, Relations chosen, bool takes, bool isOne, bool folds, bool sorts, bool points)
    {
        _call = call;
        _site = SiteOf(call);
        _chosen = chosen;
        _takes = takes;
        _isOne = isOne;
        _folds = folds;
        Sorts = sorts;
        Points = points && !chosen.IsNone;
    }

    /// <summary>True if it brings the receiver's elements into another order.</summary>
    public bool Sorts { get; }

    /// <summary>True if it says where the chosen one is.</summary>
    public bool Points { get; }

    /// <summary>What a call selects by; null if it selects nothing, or by nothing that a model stated.</summary>
    public static Selections? Of(Frame frame, Call call, Func<Place, Value> read)
    {
        var chosen = Relations.None;
        var (takes, isOne, folds, sorts, points) = (false, false, false, false, false);
        foreach (var entry in frame.Engine.Knowledge.RolesOf(call.Method).Where(entry => entry.Role == Role.Selection && !(entry.Place is not null && IsByMoment(call))))
        {
            takes |= entry.Note is First or Part;
            isOne |= entry.Note is First or Best or Fold || (entry.Note == Part && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: 1 }));
            folds |= entry.Note == Fold;
            sorts |= entry.Note == Sort;
            points |= entry.Note == Index;
            if (entry.Place is { } place && entry.Note == Key)
            {
                chosen = chosen.Join(Picked.By(frame, read(place), call.Operation));
            }
            else if (entry.Place is { } decides)
            {
                var answer = read(decides);
                var by = entry.Note == First && Pointing.IsPredicate(frame, call, decides) ? frame.Deep(answer).Where(Scores.IsStated) : frame.Deep(answer);
                chosen = chosen.Join(Picked.ByPredicate(frame, call, decides, answer));
                chosen = chosen.Join(entry.Note == Fold ? Kept(by) : Relations.ChosenBy(by, SiteOf(call), Kind(entry.Note), ofSeveral: entry.Note is Best or First or Index));
            }
        }

        return takes || !chosen.IsNone ? new Selections(call, chosen, takes, isOne, folds, sorts, points) : null;
    }

    /// <summary>The newest, the oldest: no model rates by that.</summary>
    private static bool IsByMoment(Call call) => call.Method.TypeArguments.Skip(1).Select(Types.Unwrap)
        .Any(key => key is { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" });

    /// <summary>The member's name with its arguments: in a chain of calls, this one.</summary>
    private static SourceSpan SiteOf(Call call) => call.Site(int.MaxValue) is var name && name != call.Operation.Syntax
        ? SourceSpan.Of(name.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(name.SpanStart, call.Operation.Syntax.Span.End))
        : SourceSpan.Of(call.Operation.Syntax);

    /// <summary>Of two, the delegate that folds a collection gives the better one back.</summary>
    private static Relations Kept(FactSet folded) => Relations.Of(folded.Facts.SelectMany(fact => fact.Relations.Choices)
        .Where(choice => choice.Kind == ChoiceKind.Selected).Select(choice => choice with { OfSeveral = true }));

    private static ChoiceKind? Kind(string? note) => note switch
    {
        Best or First or Index => ChoiceKind.Selected,
        Filter => ChoiceKind.Gated,
        Order or Sort => ChoiceKind.Ordered,
        _ => null,
    };

    /// <summary>What an order is brought into: the receiver, the first argument, or what is sorted along with keys.</summary>
    public static IOperation? Sorted(Call call) => call.Argument("items")?.Value ?? call.Receiver ?? call.Argument(0)?.Value;

    /// <summary>The place of the chosen one.</summary>
    public Value Pointer(Value result) => result with { Facts = Choices.Of(_chosen) };

    public Value Apply(Frame frame, Value value)
    {
        var facts = frame.FactsOf(value);
        var taken = _takes ? facts.Facts.Aggregate(Taken(value.Chosen), (all, fact) => all.Join(Taken(fact.Relations))) : Relations.None;
        var chosen = _chosen.Join(taken);
        if (_folds)
        {
            Winners.Pointed(frame, _call.Operation, chosen, value);
        }
        else if (_isOne && !chosen.IsNone)
        {
            Winners.Taken(frame, _call, _site, chosen, value);
        }

        var result = value with
        {
            Facts = (_takes ? facts.Map(fact => fact.Relating(Taken(fact.Relations))) : value.Facts).Relating(_chosen),
            Chosen = (_takes ? value.Chosen.Join(Taken(value.Chosen)) : value.Chosen).Join(_chosen),
        };
        return Picked.Known(frame, _isOne ? Choices.Own(frame, result, _call.Operation, chosen) : result);
    }

    /// <summary>Of more than one that are taken, none is the chosen one yet.</summary>
    private Relations Taken(Relations relations)
    {
        var taken = Choices.Taken(relations, _site);
        return _isOne ? taken : taken.Map(choice => choice with { Kind = ChoiceKind.Ordered });
    }
}
