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

    /// <summary>The findings of a member.</summary>
    public MethodResult Solve(ISymbol root, CancellationToken cancellation) => new Run(engine, _done, cancellation).SolveRoot(root);

    private sealed class Run(Engine engine, ConcurrentDictionary<ISymbol, MethodResult> done, CancellationToken cancellation)
    {
        private readonly Dictionary<ISymbol, MethodResult> _current = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, HashSet<ISymbol>> _dependents = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, int> _rounds = new(SymbolEqualityComparer.Default);
        private readonly Stack<ISymbol> _open = new();
        private readonly HashSet<ISymbol> _isOpen = new(SymbolEqualityComparer.Default);
        private readonly List<ISymbol> _missing = new();

        /// <summary>Walks the root until all that it asks for is solved: what it finds worth asking depends on what it was answered.</summary>
        public MethodResult SolveRoot(ISymbol root)
        {
            for (var round = 0; ; round++)
            {
                _missing.Clear();
                var result = new MethodAnalysis(engine, root, isRoot: true, other => Lookup(null, other), cancellation).Run();
                if (_missing.Count == 0 || round >= MaxRounds)
                {
                    return result;
                }

                foreach (var member in _missing.ToList())
                {
                    Push(member);
                }

                SolveOpen();
            }
        }

        private void SolveOpen()
        {
            while (_open.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var member = _open.Pop();
                _isOpen.Remove(member);
                Walk(member);
            }

            foreach (var pair in _current)
            {
                done.TryAdd(pair.Key, pair.Value);
            }

            _current.Clear();
        }

        private void Push(ISymbol member)
        {
            if (_isOpen.Add(member))
            {
                _open.Push(member);
            }
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
                : new MethodAnalysis(engine, member, isRoot: false, other => Lookup(member, other), cancellation).Run();
            var isNew = !_current.TryGetValue(member, out var known);
            _current[member] = result;
            if (isNew || !known!.Summary.SameAs(result.Summary))
            {
                foreach (var dependent in _dependents.TryGetValue(member, out var dependents) ? dependents : Enumerable.Empty<ISymbol>())
                {
                    Push(dependent);
                }
            }

            // Those it calls are walked first and it again after them: what it found with nothing known of them was a start.
            if (_missing.Count > 0)
            {
                Push(member);
                foreach (var other in _missing.AsEnumerable().Reverse())
                {
                    Push(other);
                }
            }
        }

        private int Rounds(ISymbol member) => _rounds.TryGetValue(member, out var rounds) ? rounds : 0;

        private Summary? Lookup(ISymbol? asking, ISymbol other)
        {
            if (done.TryGetValue(other, out var known))
            {
                return known.Summary;
            }

            if (asking is not null)
            {
                if (!_dependents.TryGetValue(other, out var dependents))
                {
                    _dependents[other] = dependents = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
                }

                dependents.Add(asking);
            }

            if (_current.TryGetValue(other, out var current))
            {
                return current.Summary;
            }

            _missing.Add(other);
            return Summary.Unknown;
        }
    }
}
