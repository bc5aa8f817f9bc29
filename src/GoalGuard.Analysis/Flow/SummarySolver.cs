using System.Collections.Concurrent;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Solves members together with everything they call. Members that call each other are walked until none changes, never by whoever came
/// first; only then is any of them published. Two threads may solve the same member: they publish the same result.
/// </summary>
internal sealed class SummarySolver(Engine engine)
{
    /// <summary>How often one member is walked while those it calls still change.</summary>
    public const int MaxRounds = 12;

    private readonly ConcurrentDictionary<ISymbol, MethodResult> _done = new(SymbolEqualityComparer.Default);

    public MethodResult Solve(ISymbol member, CancellationToken cancellation) =>
        _done.TryGetValue(member, out var known) ? known : new Run(engine, _done, cancellation).Solve(member);

    private sealed class Run(Engine engine, ConcurrentDictionary<ISymbol, MethodResult> done, CancellationToken cancellation)
    {
        private readonly Dictionary<ISymbol, MethodResult> _current = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, HashSet<ISymbol>> _dependents = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, int> _rounds = new(SymbolEqualityComparer.Default);
        private readonly Stack<ISymbol> _open = new();
        private readonly List<ISymbol> _missing = new();

        public MethodResult Solve(ISymbol member)
        {
            _open.Push(member);
            while (_open.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Walk(_open.Pop());
            }

            foreach (var pair in _current)
            {
                done.TryAdd(pair.Key, pair.Value);
            }

            return done[member];
        }

        private void Walk(ISymbol member)
        {
            if (done.ContainsKey(member) || Rounds(member) >= MaxRounds)
            {
                return;
            }

            _rounds[member] = Rounds(member) + 1;
            _missing.Clear();
            var result = StateValues.IsState(member)
                ? StateValues.Solve(engine, member, other => Lookup(member, other), cancellation)
                : new MethodAnalysis(engine, member, other => Lookup(member, other), cancellation).Run();
            var isNew = !_current.TryGetValue(member, out var known);
            _current[member] = result;

            // Those it calls are walked first and it again after them: what it found with nothing known of them was a start.
            if (isNew && _missing.Count > 0)
            {
                _open.Push(member);
                foreach (var other in _missing.AsEnumerable().Reverse())
                {
                    _open.Push(other);
                }
            }

            if ((isNew || !known!.Summary.SameAs(result.Summary)) && _dependents.TryGetValue(member, out var dependents))
            {
                foreach (var dependent in dependents.Where(dependent => !_open.Contains(dependent, SymbolEqualityComparer.Default)))
                {
                    _open.Push(dependent);
                }
            }
        }

        private int Rounds(ISymbol member) => _rounds.TryGetValue(member, out var rounds) ? rounds : 0;

        private Summary? Lookup(ISymbol member, ISymbol other)
        {
            if (done.TryGetValue(other, out var known))
            {
                return known.Summary;
            }

            if (!_dependents.TryGetValue(other, out var dependents))
            {
                _dependents[other] = dependents = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            }

            dependents.Add(member);
            if (_current.TryGetValue(other, out var current))
            {
                return current.Summary;
            }

            _missing.Add(other);
            return Summary.Unknown;
        }
    }
}
