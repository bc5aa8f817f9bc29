using System.Collections.Concurrent;

namespace GoalGuard.Analysis.Flow;

/// <summary>A member, walked with or without facts of its parameters.</summary>
/// <param name="Symbol">The member, or the field or property whose state is asked for.</param>
/// <param name="IsOpen">True if its parameters count: it was given something with facts. Otherwise only what it says by itself counts.</param>
internal readonly record struct Question(ISymbol Symbol, bool IsOpen)
{
    public bool Equals(Question other) => IsOpen == other.IsOpen && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol) * 2 + (IsOpen ? 1 : 0);
}

/// <summary>
/// Solves members together with everything they call. Members that call each other are walked until none changes, never by whoever came
/// first; only then is any of them published. Two threads may solve the same member: they publish the same result.
/// </summary>
internal sealed class SummarySolver(Engine engine)
{
    /// <summary>How often one member is walked while those it calls still change.</summary>
    public const int MaxRounds = 12;

    private readonly ConcurrentDictionary<Question, MethodResult> _done = new();

    /// <summary>The findings of a member; of a field or property those of its initializer, which asking for its state does not yield.</summary>
    public MethodResult Solve(ISymbol member, CancellationToken cancellation) =>
        Solve(new Question(member, IsOpen: member is IFieldSymbol or IPropertySymbol), cancellation);

    /// <summary>What callers are told of a member: of its parameters too, or what a field or property holds.</summary>
    public Summary Summarise(ISymbol member, CancellationToken cancellation) => Solve(new Question(member, IsOpen: member is IMethodSymbol), cancellation).Summary;

    private MethodResult Solve(Question question, CancellationToken cancellation) =>
        _done.TryGetValue(question, out var known) ? known : new Run(engine, _done, cancellation).Solve(question);

    private sealed class Run(Engine engine, ConcurrentDictionary<Question, MethodResult> done, CancellationToken cancellation)
    {
        private readonly Dictionary<Question, MethodResult> _current = new();
        private readonly Dictionary<Question, HashSet<Question>> _dependents = new();
        private readonly Dictionary<Question, int> _rounds = new();
        private readonly Stack<Question> _open = new();
        private readonly Queue<Question> _later = new();
        private readonly HashSet<Question> _stale = new();
        private readonly List<Question> _missing = new();

        public MethodResult Solve(Question question)
        {
            _open.Push(question);
            while (_open.Count > 0 || _later.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var next = _open.Count > 0 ? _open.Pop() : _later.Dequeue();
                if (_stale.Remove(next) || !_current.ContainsKey(next))
                {
                    Walk(next);
                }
            }

            foreach (var pair in _current)
            {
                done.TryAdd(pair.Key, pair.Value);
            }

            return done[question];
        }

        private void Walk(Question question)
        {
            if (done.TryGetValue(question, out var published))
            {
                // Another thread was faster: those that missed it here have not seen what it says.
                Take(question, published);
                return;
            }

            if (Rounds(question) >= MaxRounds)
            {
                return;
            }

            _rounds[question] = Rounds(question) + 1;
            _missing.Clear();
            var result = IsMute(question) ? MethodResult.Nothing
                : StateValues.IsState(question) ? StateValues.Solve(engine, question.Symbol, other => Lookup(question, other), cancellation)
                : new MethodAnalysis(engine, question, other => Lookup(question, other), Result, cancellation).Run();
            Take(question, result);
            engine.Observer?.Walked(question, result);

            // Those it calls are walked first, and it again after them if one had something to say.
            if (_missing.Count > 0)
            {
                _open.Push(question);
                foreach (var other in _missing.AsEnumerable().Reverse())
                {
                    _open.Push(other);
                }
            }
        }

        /// <summary>What is known of a member from now on; those that know it otherwise are walked again.</summary>
        private void Take(Question question, MethodResult result)
        {
            var before = _current.TryGetValue(question, out var known) ? known : MethodResult.Nothing;
            _current[question] = result;
            if (!before.SaysLike(result) && _dependents.TryGetValue(question, out var dependents))
            {
                foreach (var dependent in dependents.Where(_stale.Add))
                {
                    _later.Enqueue(dependent);
                }
            }
        }

        /// <summary>True if no model's words are at hand in the member.</summary>
        private bool IsMute(Question question) =>
            !engine.WalksAll && !question.IsOpen && !StateValues.IsState(question) && !StateValues.IsTextual(question.Symbol) && !IsConstructor(question.Symbol)
            && !(question.Symbol is IMethodSymbol maker && engine.Knowledge.CanBeIsolated(maker.ReturnType))
            && !(question.Symbol is IMethodSymbol method && Types.IsBoolean(method.ReturnType) && engine.Members.MayAsk(method, cancellation))
            && !(question.Symbol is IMethodSymbol made && Behaviour.Tools.MayBeHeldBy(engine, made.ReturnType)) && !engine.Members.MayGrant(question.Symbol)
            && !engine.Members.Hears(question.Symbol, cancellation) && !engine.Members.GoesRound(question.Symbol, cancellation)
            && !engine.Members.Hears(question.Symbol, cancellation) && !engine.Members.GoesRound(question.Symbol, cancellation)
            && !(question.Symbol is IMethodSymbol handing && Transfers.HandedOuts.MayComeFrom(handing))
            && !(question.Symbol is IMethodSymbol asked && (engine.Members.AsksModel(asked, cancellation) || Behaviour.Measurements.MayMake(engine, asked, cancellation)))
            // Whether a tool asks a person before it acts is worth knowing, whatever it is given.
            && !(question.Symbol is IMethodSymbol tool && engine.Tools.IsKnownTool(tool, cancellation));

        /// <summary>Of constructors, only state is asked: the constant parts of a root directory or an address count too.</summary>
        private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

        private int Rounds(Question question) => _rounds.TryGetValue(question, out var rounds) ? rounds : 0;

        private MethodResult? Result(Question other) =>
            done.TryGetValue(other, out var known) || _current.TryGetValue(other, out known) ? known : null;

        private Summary? Lookup(Question asking, Question other)
        {
            if (done.TryGetValue(other, out var known))
            {
                return known.Summary;
            }

            if (!_dependents.TryGetValue(other, out var dependents))
            {
                _dependents[other] = dependents = new HashSet<Question>();
            }

            dependents.Add(asking);
            if (_current.TryGetValue(other, out var current))
            {
                return current.Summary;
            }

            _missing.Add(other);
            return Summary.Unknown;
        }
    }
}
