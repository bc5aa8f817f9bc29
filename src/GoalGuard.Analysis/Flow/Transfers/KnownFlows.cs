using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Grants;
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
        run.InvokeDelegates(flows.Where(flow => DelegateStep(flow.To) is { Kind: PlaceStepKind.DelegateParameter }).ToList());
        run.InvokeReceiver(flows);
        run.Select();
        foreach (var flow in flows.Where(flow => DelegateStep(flow.To) is null))
        {
            run.Move(flow);
        }

        return run.Result();
    }

    /// <summary>A property that knowledge describes by what it holds: the values of a dictionary, the reader of a channel. It stays the same object.</summary>
    public static Value OfProperty(Frame frame, Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation reference, Value value)
    {
        if (value.Id is null || reference.Instance is null || reference.Property.GetMethod is not { DeclaringSyntaxReferences.IsEmpty: true } getter)
        {
            return value;
        }

        var flows = frame.Engine.Knowledge.FlowsOf(reference.Property);
        if (flows.Any(flow => flow is { From: { Root: PlaceRoot.Return, Steps.IsEmpty: true }, To: { Root: PlaceRoot.This, Steps.IsEmpty: true } }))
        {
            // What is put into the one is in the other, whoever was there first.
            return frame[reference.Instance];
        }

        var run = new Run(frame, new Call(reference, getter, reference.Instance, reference.Arguments), value);
        foreach (var flow in flows.Where(flow => flow.From.Root != PlaceRoot.Value && !(flow.From.Steps.IsEmpty && flow.To.Steps.IsEmpty)))
        {
            run.Move(flow);
        }

        return run.Facts.IsEmpty ? value : value with { Facts = Frame.Narrow(value.Facts.Join(run.Facts), reference.Type) };
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

    private sealed class Run(Frame frame, Call call, Value? made = null)
    {
        private readonly List<(string Argument, string Parameter, Value Value)> _given = new();
        private readonly Dictionary<string, Value> _results = new(StringComparer.Ordinal);
        private readonly Value _fresh = made ?? new() { Id = frame.Fresh(call.Operation) };
        private FactSet _facts = FactSet.Empty;
        private Relations _chosen = Relations.None;

        /// <summary>The constant parts of what is returned: of its only source.</summary>
        private Texts _texts;
        private ImmutableArray<DelegateTarget> _targets = ImmutableArray<DelegateTarget>.Empty;
        private bool _isClosedSet;
        private bool _moved;
        private readonly HashSet<Identity> _elements = new();
        private readonly HashSet<string> _tested = new(StringComparer.Ordinal);
        private Outcome? _outcome;
        private Guard _passed;
        private FactSet _named = FactSet.Empty;
        private Selections? _selection;
        private bool _isGivenElements;

        /// <summary>What a delegate's parameter is given.</summary>
        private void Give(FlowEntry flow)
        {
            _tested.Add(flow.From.Argument ?? "");
            _isGivenElements |= flow.From.Steps.Any(step => step.Kind == PlaceStepKind.Element);
            _given.Add((flow.To.Argument ?? "", DelegateStep(flow.To)!.Value.Name ?? "", Read(flow.From)));
        }

        /// <summary>One after the other: what one returns may be given to the next.</summary>
        public void InvokeDelegates(IReadOnlyCollection<FlowEntry> given)
        {
            var before = frame.RunsForEach;
            foreach (var argument in call.Arguments)
            {
                var value = frame[argument];
                if (!value.Targets.IsEmpty && argument.Parameter is { } parameter)
                {
                    foreach (var flow in given.Where(flow => flow.To.Argument == parameter.Name))
                    {
                        Give(flow);
                    }

                    frame.RunsForEach |= _isGivenElements;

                    var names = (parameter.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
                    var result = Delegates.Invoke(frame, call.Operation, value, of => Given(parameter.Name, names, of));
                    _results[parameter.Name] = result;
                    _outcome ??= Predicates.Of(call, result, _elements, frame[call.Receiver ?? call.Argument(0)?.Value]);
                    _passed |= Predicates.OfFilter(call, result, _elements);
                    _named = Predicates.IsFilter(call) ? value.Targets.Aggregate(_named, (named, target) => named.Join(frame.Method.Named.Of(target))) : _named;
                }
            }

            frame.RunsForEach = before;
        }

        /// <summary>A receiver that is a delegate in another dress, such as a progress, runs with what it is given.</summary>
        public void InvokeReceiver(ImmutableArray<FlowEntry> flows)
        {
            if (flows.Any(flow => flow.To.Root == PlaceRoot.This && DelegateStep(flow.To) is not null))
            {
                Delegates.InvokeReceiver(frame, call);
            }
        }

        /// <summary>What is given, under an identity of its own: what the delegate makes sure of, it makes sure of what it was given.</summary>
        private Value Given(string argument, ImmutableArray<IParameterSymbol> names, IParameterSymbol parameter)
        {
            var identity = frame.Method.Intern((parameter, "given"), parameter.Name);
            _elements.Add(identity);
            Value? value = null;
            foreach (var given in _given.Where(given => given.Argument == argument).OrderBy(given => given.Parameter, StringComparer.Ordinal))
            {
                var isNamed = names.Any(name => name.Name == given.Parameter);
                if (!isNamed || (parameter.Ordinal < names.Length && names[parameter.Ordinal].Name == given.Parameter))
                {
                    value = value is null ? given.Value : Either.Of(frame, (parameter, "given"), value, given.Value);
                }
            }

            frame.State.Empty(identity);
            var copy = Members.CopyTo(frame, identity, value ?? Value.Empty, parameter.Type);
            if (value is not null && Types.MayHoldDelegate(parameter.Type))
            {
                Members.View(frame, copy, value);
            }

            return copy;
        }

        /// <summary>What was moved to the result as a whole.</summary>
        public FactSet Facts => _facts;

        /// <summary>What the call chooses by, known once its delegates have answered.</summary>
        public void Select() => _selection = Selections.Of(frame, call, Read);

        public void Move(FlowEntry flow)
        {
            // What this overload does not take says nothing about it.
            if (flow.From is { Root: PlaceRoot.Argument, Argument: { } taken } && call.Argument(taken) is null)
            {
                return;
            }

            var to = flow.To;
            if (IsMade(flow.From) && !IsMade(to))
            {
                Members.View(frame, _fresh, Owner(to));
            }

            var value = Passed(flow.From, Read(flow.From));
            value = _selection?.Apply(frame, value) ?? value;
            ViewElement(flow.From, Value.Empty, value);
            if (to.Root == PlaceRoot.Argument && to.Steps.Any(step => step.Kind == PlaceStepKind.After) && call.Argument(to.Argument!) is { } argument)
            {
                var left = Members.CopyTo(frame, frame.Fresh(argument), value, argument.Parameter?.Type);
                ViewElement(flow.From, left, value);
                Assignments.Store(frame, argument.Value, left, argument.Value);
            }
            else if (to.Steps.IsEmpty && (to.Root == PlaceRoot.Return || IsNew(to)))
            {
                ViewElement(flow.From, _fresh, value);
                Members.CopyTo(frame, _fresh.Id!, _moved ? Either.Of(frame, (call.Operation, "returned"), _fresh with { Facts = _facts }, value) : value, null);
                _targets = Either.Targets(_fresh with { Targets = _targets }, value);
                _facts = _facts.Join(frame.FactsOf(value));
                _chosen = _chosen.Join(value.Chosen);
                _texts = _moved ? Texts.Unknown : value.Texts;
                _isClosedSet = value.IsClosedSet && (_isClosedSet || !_moved);
                _moved = true;
            }
            else
            {
                Write(to, value);
            }
        }

        /// <summary>An element that is read out of a collection is still in it: what is put into a list of lists' element is in the list.</summary>
        private void ViewElement(Place from, Value read, Value element)
        {
            if (IsLasting(call.Receiver?.Type) && from.Steps.Length == 1 && from.Steps[0].Kind == PlaceStepKind.Element && !IsMade(from) && from.Root != PlaceRoot.Value)
            {
                Members.Step(frame, Owner(from), Members.Element);
                Members.View(frame, read, element);
            }
        }

        /// <summary>True for collections of what can be put into: other collections, builders, delegates.</summary>
        private static bool IsLasting(ITypeSymbol? type) =>
            Types.MayHoldDelegate(type) || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } parts } && Types.IsCollection(parts[parts.Length - 1]))
            || type is IArrayTypeSymbol { ElementType: var element } && Types.IsCollection(element);

        /// <summary>True for a place in what the call gives back or makes.</summary>
        private bool IsMade(Place place) => place.Root == PlaceRoot.Return || IsNew(place);

        private Value Owner(Place place) => place.Root switch
        {
            PlaceRoot.Return => _fresh,
            PlaceRoot.This => IsNew(place) ? _fresh : frame[call.Receiver],
            _ => frame[call.Argument(place.Argument ?? "")],
        };

        /// <summary>The value after the filter, if the call is one: elements that the predicate saw, not a default beside them.</summary>
        private Value Passed(Place from, Value value) =>
            (_passed != Guard.None || !_named.IsEmpty) && _tested.Contains(from.Argument ?? "")
                ? new Value
                {
                    Id = frame.Fresh(call.Operation, "passed"), Facts = frame.Deep(value).With(_passed).Join(_named), Texts = value.Texts, Chosen = value.Chosen,
                }
                : value;

        private Value Read(Place place)
        {
            if (DelegateStep(place) is not { Kind: PlaceStepKind.DelegateResult })
            {
                return Enumerators.Pair(frame, call, place) ?? Places.Read(frame, call, place, _fresh);
            }

            var result = place.Argument is not null && _results.TryGetValue(place.Argument, out var returned) ? returned : Value.Empty;
            return place.Steps.Where(step => step.Kind == PlaceStepKind.Element).Aggregate(result, (value, _) => Members.Of(frame, value, Members.Element));
        }

        private void Write(Place place, Value value)
        {
            var owner = Owner(place);
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
            if (_selection is { Sorts: true } && frame[Selections.Sorted(call)] is { Id: { } sorted }
                && frame.State.Members(sorted).TryGetValue(Members.Element, out var elements))
            {
                frame.State.SetMember(sorted, Members.Element, _selection.Apply(frame, elements));
            }

            var isVoid = call.Method.ReturnsVoid && call.Operation is not Microsoft.CodeAnalysis.Operations.IObjectCreationOperation;
            var result = isVoid ? Value.Empty : _fresh with
            {
                Facts = Frame.Narrow(_facts, call.Operation.Type),
                Chosen = _chosen,
                Texts = _texts,
                IsClosedSet = _isClosedSet,
                Targets = _targets,
                Outcome = _outcome,
            };
            return _selection is { Points: true } ? _selection.Pointer(result) : result;
        }
    }
}
