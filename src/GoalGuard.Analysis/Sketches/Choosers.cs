using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// The members in which a model's scores may choose, or that may be given what they chose: those that ask a model and rank, or do what a name alone tells of, what they call that ranks, and those that call
/// either and ask a model by that. A number holds no words, so sketches do not follow scores.
/// </summary>
internal sealed class Choosers
{
    private readonly HashSet<(int Position, int Ordinal)> _choosing = new();

    private Choosers()
    {
    }

    public bool Has(IndexedMember member) => _choosing.Contains((member.Position, member.Ordinal));

    public static Choosers Of(Engine engine, CancellationToken cancellation)
    {
        var askers = engine.Askers(cancellation);
        var choosers = new Choosers();
        var open = new Queue<Sketch>();
        var members = new Dictionary<Sketch, (int Position, int Ordinal)>();
        foreach (var asker in askers.Sketches)
        {
            cancellation.ThrowIfCancellationRequested();
            members[asker.Value] = asker.Key;
            var ranks = (asker.Value.Does & Doing.Performs) != 0 || SelectionWords.AreIn(engine.Index.At(asker.Key.Position, asker.Key.Ordinal).Member);
            foreach (var helper in Helpers(engine, asker.Value).Where(SelectsAlone))
            {
                choosers._choosing.Add((helper.Position, helper.Ordinal));
                ranks = true;
            }

            if (ranks && choosers._choosing.Add(asker.Key))
            {
                open.Enqueue(asker.Value);
            }
        }

        var callers = members.Keys.SelectMany(caller => caller.Calls.Select(call => call.Key).Distinct(), (caller, key) => (caller, key)).ToLookup(pair => pair.key, pair => pair.caller);
        while (open.Count > 0)
        {
            foreach (var caller in open.Dequeue().Answers.SelectMany(key => callers[key]).Where(caller => choosers._choosing.Add(members[caller])))
            {
                open.Enqueue(caller);
            }
        }

        return choosers;

        bool SelectsAlone(IndexedMember member) => member.Member.HasBody && !askers.Asks(member) && SelectionWords.AreIn(member.Member);
    }

    private static IEnumerable<IndexedMember> Helpers(Engine engine, Sketch asker) =>
        asker.Calls.Select(call => call.Key).Distinct().SelectMany(key => engine.Index.TypesBelow(key.Type).SelectMany(type => engine.Index.Declared(type, key.Name)));
}
