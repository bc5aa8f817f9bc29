using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Calls whose data flow a knowledge entry describes: containers, LINQ, builders, tasks.</summary>
internal static class KnownFlows
{
    public static Value? Apply(Frame frame, Call call, ImmutableArray<FlowEntry> flows)
    {
        if (flows.IsEmpty)
        {
            return null;
        }

        var run = new Run(frame, call);
        foreach (var flow in flows.Where(flow => DelegateStep(flow.To) is { Kind: PlaceStepKind.DelegateParameter }))
        {
            run.Give(flow);
        }

        run.InvokeDelegates();
        run.Select();
        foreach (var flow in flows.Where(flow => DelegateStep(flow.To) is null))
        {
            run.Move(flow);
        }

        return run.Result();
    }

    private static PlaceStep? DelegateStep(Place place)
    {
        foreach (var step in place.Steps)
        {
            if (step.Kind is PlaceStepKind.DelegateParameter or PlaceStepKind.DelegateResult)
            {
                return step;
            }
        }

        return null;
    }

    private sealed class Run(Frame frame, Call call)
    {
        private readonly List<(string Argument, string Parameter, Value Value)> _given = new();
        private readonly Dictionary<string, Value> _results = new(StringComparer.Ordinal);
        private readonly Value _fresh = new() { Id = frame.Fresh(call.Operation) };
        private FactSet _facts = FactSet.Empty;
        private Relations _chosen = Relations.None;

        /// <summary>The constant parts of what is returned: of its only source.</summary>
        private Texts _texts;
        private bool _isClosedSet;
        private bool _moved;
        private readonly HashSet<Identity> _elements = new();
        private readonly HashSet<string> _tested = new(StringComparer.Ordinal);
        private Outcome? _outcome;
        private Guard _passed;
        private Selections? _selection;
        private bool _isGivenElements;

        /// <summary>What a delegate's parameter is given.</summary>
        public void Give(FlowEntry flow)
        {
            _tested.Add(flow.From.Argument ?? "");
            _isGivenElements |= flow.From.Steps.Any(step => step.Kind == PlaceStepKind.Element);
            _given.Add((flow.To.Argument ?? "", DelegateStep(flow.To)!.Value.Name ?? "", Read(flow.From)));
        }

        public void InvokeDelegates()
        {
            var before = frame.RunsForEach;
            frame.RunsForEach |= _isGivenElements;
            foreach (var argument in call.Arguments)
            {
                var value = frame[argument];
                if (!value.Targets.IsEmpty && argument.Parameter is { } parameter)
                {
                    var names = (parameter.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
                    var result = Delegates.Invoke(frame, call.Operation, value, of => Given(parameter.Name, names, of));
                    _results[parameter.Name] = result;
                    _outcome ??= Predicates.Of(call, result, _elements, frame[call.Receiver ?? call.Argument(0)?.Value]);
                    _passed |= Predicates.OfFilter(call, result, _elements);
                }
            }

            frame.RunsForEach = before;
        }

        private Value Given(string argument, ImmutableArray<IParameterSymbol> names, IParameterSymbol parameter)
        {
            var identity = frame.Method.Intern((parameter, "given"), parameter.Name);
            _elements.Add(identity);
            frame.State.Empty(identity);
            var (facts, chosen) = (FactSet.Empty, Relations.None);
            foreach (var given in _given.Where(given => given.Argument == argument).OrderBy(given => given.Parameter, StringComparer.Ordinal))
            {
                var isNamed = names.Any(name => name.Name == given.Parameter);
                if (!isNamed || (parameter.Ordinal < names.Length && names[parameter.Ordinal].Name == given.Parameter))
                {
                    facts = facts.Join(frame.FactsOf(given.Value));
                    chosen = chosen.Join(given.Value.Chosen);
                    Members.Fill(frame, identity, given.Value.Id);
                }
            }

            return new Value { Id = identity, Facts = Frame.Narrow(facts, parameter.Type), Chosen = chosen };
        }

        /// <summary>What the call chooses by, known once its delegates have answered.</summary>
        public void Select() => _selection = Selections.Of(frame, call, Read);

        public void Move(FlowEntry flow)
        {
            // What this overload does not take says nothing about it.
            if (flow.From is { Root: PlaceRoot.Argument, Argument: { } taken } && call.Argument(taken) is null)
            {
                return;
            }

            var value = Passed(flow.From, Read(flow.From));
            value = _selection?.Apply(frame, value) ?? value;
            var to = flow.To;
            if (to.Root == PlaceRoot.Argument && to.Steps.Any(step => step.Kind == PlaceStepKind.After) && call.Argument(to.Argument!) is { } argument)
            {
                Assignments.Store(frame, argument.Value, frame.Derive(argument, value), argument.Value);
            }
            else if (to.Steps.IsEmpty && (to.Root == PlaceRoot.Return || IsNew(to)))
            {
                _facts = _facts.Join(frame.FactsOf(value));
                _chosen = _chosen.Join(value.Chosen);
                Members.Fill(frame, _fresh.Id!, value.Id);
                _texts = _moved ? Texts.Unknown : value.Texts;
                _isClosedSet = value.IsClosedSet && (_isClosedSet || !_moved);
                _moved = true;
            }
            else
            {
                Write(to, value);
            }
        }

        /// <summary>The value after the filter, if the call is one: elements that the predicate saw, not a default beside them.</summary>
        private Value Passed(Place from, Value value) =>
            _passed != Guard.None && _tested.Contains(from.Argument ?? "")
                ? new Value { Id = frame.Fresh(call.Operation, "passed"), Facts = frame.Deep(value).With(_passed), Texts = value.Texts, Chosen = value.Chosen }
                : value;

        private Value Read(Place place) =>
            DelegateStep(place) is { Kind: PlaceStepKind.DelegateResult }
                ? place.Argument is not null && _results.TryGetValue(place.Argument, out var result) ? result : Value.Empty
                : Places.Read(frame, call, place, _fresh);

        private void Write(Place place, Value value)
        {
            var owner = place.Root switch
            {
                PlaceRoot.Return => _fresh,
                PlaceRoot.This => IsNew(place) ? _fresh : frame[call.Receiver],
                _ => frame[call.Argument(place.Argument ?? "")],
            };
            for (var i = 0; i < place.Steps.Length - 1; i++)
            {
                owner = Members.Step(frame, owner, place.Steps[i].Name ?? Members.Element);
            }

            if (place.Steps.IsEmpty)
            {
                Members.Add(frame, owner, Members.Element, value);
            }
            else if (place.Steps[place.Steps.Length - 1] is { Kind: PlaceStepKind.Member } member)
            {
                Members.Write(frame, owner, member.Name!, value);
            }
            else
            {
                Members.Add(frame, owner, Members.Element, value);
            }
        }

        /// <summary>The receiver of a constructor is what it makes.</summary>
        private bool IsNew(Place place) => place.Root == PlaceRoot.This && call.Operation is Microsoft.CodeAnalysis.Operations.IObjectCreationOperation;

        public Value Result()
        {
            if (_selection is { Sorts: true } && frame[call.Receiver ?? call.Argument(0)?.Value] is { Id: { } sorted } && frame.State.Members(sorted).TryGetValue(Members.Element, out var elements))
            {
                frame.State.SetMember(sorted, Members.Element, _selection.Apply(frame, elements));
            }

            var isVoid = call.Method.ReturnsVoid && call.Operation is not Microsoft.CodeAnalysis.Operations.IObjectCreationOperation;
            return isVoid ? Value.Empty : _fresh with
            {
                Facts = Frame.Narrow(_facts, call.Operation.Type),
                Chosen = _chosen,
                Texts = _texts,
                IsClosedSet = _isClosedSet,
                Outcome = _outcome,
            };
        }
    }
}
