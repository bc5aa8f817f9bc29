using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Guards;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Applies callees' summaries: parameter numbers become the values of this call.</summary>
internal static class Summaries
{
    /// <summary>A call of a method by its symbol, with values for its parameters from elsewhere than an argument list.</summary>
    public static Value Invoke(Frame frame, IOperation site, IMethodSymbol method, Func<IParameterSymbol, Value> argument)
    {
        var call = new Call(site, method, null, ImmutableArray<Microsoft.CodeAnalysis.Operations.IArgumentOperation>.Empty);
        var targets = frame.Engine.Members.Targets(method, frame.Method.Cancellation);
        return targets.IsEmpty ? Value.Empty : Apply(frame, call, targets, isOpen: true, index => index >= 0 && index < method.Parameters.Length ? argument(method.Parameters[index]) : Value.Empty);
    }

    public static Value Apply(Frame frame, Call call, ImmutableArray<IMethodSymbol> targets) =>
        Apply(frame, call, targets, Opening.IsGivenFacts(frame, call), index => index == Origin.Receiver ? Receiver(frame, call) : frame[call.Argument(index)]);

    private static Value Receiver(Frame frame, Call call) =>
        call.Operation is Microsoft.CodeAnalysis.Operations.IObjectCreationOperation ? new Value { Id = frame.Fresh(call.Operation) } : frame[call.Instance];

    public static Value Apply(Frame frame, Call call, ImmutableArray<IMethodSymbol> targets, bool isOpen, Func<int, Value> argument)
    {
        var applications = new List<Application>();
        foreach (var target in targets)
        {
            if (frame.Method.Lookup(new Question(target, isOpen)) is { } summary)
            {
                applications.Add(new Application(frame, call, summary, argument));
                if (!summary.Models.IsEmpty)
                {
                    frame.Method.Models.Called(frame, call.Operation, target);
                }
            }
        }

        if (applications.Count == 0)
        {
            return Value.Empty;
        }

        // All see the state before the call; what they write joins.
        var before = frame.State;
        Value? result = null;
        FlowState? after = null;
        foreach (var application in applications)
        {
            frame.State = before.Copy();
            var value = application.Run();
            if (result is null)
            {
                (result, after) = (value, frame.State);
            }
            else
            {
                result = new ValueJoiner(after!, frame.State, _ => frame.Fresh(call.Operation, "dispatch"), Divergence.None).Join(result, value, call.Operation);
                after!.JoinWith(frame.State, slot => frame.Method.Intern((call.Operation.Syntax, slot), "dispatch"));
            }
        }

        frame.State = after!;
        return result!;
    }

    /// <summary>What an initializer writes into the object that a constructor makes.</summary>
    public static void Initialise(Frame frame, Call call, Summary initializer, Value made) =>
        new Application(frame, call, initializer, index => index == Origin.Receiver ? made : Value.Empty).Run();

    /// <summary>A value from a summary of which no call is at hand: state that other members left.</summary>
    public static Value Place(Frame frame, Identity identity, SummaryValue summary, Value known)
    {
        PlaceMembers(frame, identity, summary, facts => facts, relations => relations);
        return known with
        {
            Chosen = known.Chosen.Join(summary.Chosen),
            Facts = known.Facts.Join(summary.Facts),
            Texts = summary.Texts,
            Constant = summary.Constant,
            IsClosedSet = summary.IsClosedSet,
        };
    }

    private static void PlaceMembers(Frame frame, Identity owner, SummaryValue summary, Func<FactSet, FactSet> resolve, Func<Relations, Relations> choose)
    {
        var open = new Queue<(Identity Owner, SummaryValue Value)>();
        open.Enqueue((owner, summary));
        while (open.Count > 0)
        {
            var (at, value) = open.Dequeue();
            foreach (var member in value.Members)
            {
                var identity = frame.Method.Intern((at, member.Key), member.Key);
                frame.State.SetMember(at, member.Key, new Value { Id = identity, Facts = resolve(member.Value.Facts), Chosen = choose(member.Value.Chosen), Texts = member.Value.Texts, IsClosedSet = member.Value.IsClosedSet, MayBeUnassigned = member.Value.MayBeUnassigned });
                open.Enqueue((identity, member.Value));
            }
        }
    }

    /// <summary>One callee at one call.</summary>
    private sealed class Application(Frame frame, Call call, Summary summary, Func<int, Value> argument)
    {
        private readonly string _display = Types.Display(call.Method);

        /// <summary>What comes into being in a callee comes many times if the call does.</summary>
        private readonly Lazy<Traits> _repeats = new(() => frame.IsRepeated ? Traits.Many : Traits.None, LazyThreadSafetyMode.None);

        public Value Run()
        {
            // Delegates that the callee invoked run first: what they return may be part of everything else.
            Invocations.Pass(frame, call.Operation, summary, argument, Resolve);
            Sinks();
            Exceptions.MayThrow(frame, call.Operation, Resolve(summary.Throws));
            Models();
            var isCreation = call.Operation is Microsoft.CodeAnalysis.Operations.IObjectCreationOperation;
            var result = isCreation ? argument(Origin.Receiver) : Resolve(summary.Return, call.Operation, "return");
            Writes();
            var after = AfterValues();
            frame.State.Assure(summary.WhenReturned.SelectMany(validation => Assured(validation, after)));
            frame.State.Leave(Bypassed(summary.BypassedWhenReturned, after));
            return result with { Outcome = Outcome(after) ?? result.Outcome, Facts = isCreation ? result.Facts : Frame.Narrow(result.Facts, call.Operation.Type) };
        }

        private Outcome? Outcome(Dictionary<int, Value> after)
        {
            if (summary.WhenTrue.IsEmpty && summary.WhenFalse.IsEmpty && summary.BypassedWhenTrue.IsEmpty && summary.BypassedWhenFalse.IsEmpty)
            {
                return null;
            }

            return new Outcome(
                summary.WhenTrue.SelectMany(validation => Assured(validation, after)).ToImmutableArray(),
                summary.WhenFalse.SelectMany(validation => Assured(validation, after)).ToImmutableArray())
            {
                BypassedWhenTrue = Bypassed(summary.BypassedWhenTrue, after).ToImmutableArray(),
                BypassedWhenFalse = Bypassed(summary.BypassedWhenFalse, after).ToImmutableArray(),
            };
        }

        private IEnumerable<Bypassed> Bypassed(ImmutableArray<BypassedValidation> validations, Dictionary<int, Value> after) =>
            from validation in validations
            from origin in Deciding(validation.By)
            from assurance in Assured(validation.What, after)
            select new Bypassed(assurance, origin, validation.IsFlag);

        /// <summary>What decides in place of what the callee asked; a constant of the program decides nothing that a model could change.</summary>
        private IEnumerable<Origin> Deciding(Origin origin) => origin.Kind == FactKind.Parameter
            ? At(origin).Facts.Select(fact => fact.Origin).Where(Bypass.MayDecide)
            : new[] { Known(origin) };

        private IEnumerable<Assurance> Assured(Validation validation, Dictionary<int, Value> after)
        {
            if (validation.Parameter is not { } index)
            {
                return new[] { new Assurance(validation.Guard, null) };
            }

            var value = validation.After ? after.TryGetValue(index, out var left) ? left : Value.Empty : argument(index);
            return PathChecks.IsPrefix(validation.Guard) && PathChecks.IsResolved(frame, value)
                ? PathChecks.Confines(value, validation.Guard)
                : HostChecks.Assured(value, validation.Guard);
        }

        private Value Resolve(SummaryValue value, IOperation site, string part)
        {
            if (value.SameAsParameter is { } same)
            {
                return argument(same) is var given && value.Chosen.IsNone ? given : given with { Chosen = given.Chosen.Join(Resolve(value.Chosen)) };
            }

            var identity = frame.Fresh(site, part);
            PlaceMembers(frame, identity, value, Resolve, Resolve);
            return new Value
            {
                Id = identity,
                Facts = Resolve(value.Facts),
                Chosen = Resolve(value.Chosen),
                Parts = Parts(value.Parts),
                Texts = value.Texts,
                Constant = value.Constant,
                IsClosedSet = value.IsClosedSet,
            };
        }

        /// <summary>A callee that was not walked yet, because it calls itself, takes nothing away from what others put together.</summary>
        private PathParts? Parts(SummaryParts? parts) =>
            parts is not null ? PathParts.Resolve(parts.Of.Select(index => PathParts.From(argument(index))), parts.Part)
            : ReferenceEquals(summary, Summary.Unknown) ? PathParts.None
            : null;

        /// <summary>Facts of parameters become those of the arguments, with what the callee made sure of.</summary>
        private FactSet Resolve(FactSet facts)
        {
            var result = FactSet.Empty;
            var hop = new FlowStep("hop", "through " + _display, SourceSpan.Of(call.Operation.Syntax));
            foreach (var fact in facts.Facts)
            {
                result = result.Join(Resolve(fact).Via(hop));
            }

            return result;
        }

        /// <summary>What the caller knows of a fact of the callee: that of the whole argument, or not of what it holds.</summary>
        private FactSet Resolve(Fact fact, bool isWhole = true)
        {
            var relations = Resolve(fact.Relations);
            if (fact.Origin.Kind == FactKind.Parameter)
            {
                return Judgements.Stated(Identifiers.Resolve(At(fact.Origin, isWhole), fact.Guards).With(fact.Guards), fact.Traits).Relating(relations);
            }

            // Chosen by something that no model stated, read from a file that the program names: then nothing is known of it.
            return (fact.Origin.Kind == FactKind.Choice && relations.Choices.IsEmpty) || (fact.Origin.Kind == FactKind.FileContent && relations.About.IsEmpty) ? FactSet.Empty : FactSet.Of(fact.Of(Known(fact.Origin)).As(_repeats.Value).Instead(relations));
        }

        /// <summary>A client that the callee was handed is one that the caller knows.</summary>
        private Origin Known(Origin origin) =>
            ClientIdentity.Resolve(frame, call, origin.Client) is var client && client == origin.Client ? origin : origin with { Client = client };

        private Relations Resolve(Relations relations) => relations.IsNone
            ? relations
            : Relations.To(Resolve(relations.About)).Join(Relations.By(Resolve(relations.Factors))).Join(Relations.Of(relations.Choices.SelectMany(Resolve)))
                .Join(Relations.Past(relations.Bypasses.SelectMany(bypass => Deciding(bypass.By).Select(origin => bypass with { By = origin }))));

        private ImmutableArray<Origin> Resolve(ImmutableArray<Origin> origins) => origins
            .SelectMany(origin => origin.Kind == FactKind.Parameter ? At(origin).Facts.Select(fact => fact.Origin) : new[] { Known(origin) })
            .Where(origin => origin.Kind != FactKind.Outside).Distinct().ToImmutableArray();

        private IEnumerable<Choice> Resolve(Choice choice)
        {
            var about = Relations.To(Resolve(choice.By.Relations.About));
            if (choice.By.Origin.Kind != FactKind.Parameter)
            {
                return new[] { choice with { By = choice.By.Of(Known(choice.By.Origin)).Instead(about) } };
            }

            var deciding = Judgements.Stated(At(choice.By.Origin), choice.By.Traits).Relating(about);
            return Relations.ChosenBy(deciding, choice.Site, choice.Kind, choice.OfSeveral).Choices;
        }

        /// <summary>The facts of an argument, at a path below it.</summary>
        private FactSet At(Origin origin, bool isWhole = true)
        {
            var value = argument(origin.Index);
            foreach (var member in origin.Path.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries))
            {
                value = Members.Of(frame, value, member);
            }

            return isWhole ? frame.Deep(value) : frame.FactsOf(value);
        }

        private void Writes()
        {
            foreach (var parameter in summary.Writes)
            {
                var owner = parameter.Key < Origin.Receiver ? frame.Method.Static : argument(parameter.Key).Id;
                if (owner is null)
                {
                    continue;
                }

                foreach (var member in parameter.Value.Where(member => member.Key[0] != '(' && !Invocations.IsIn(member.Value)))
                {
                    var value = Resolve(member.Value, call.Operation, parameter.Key + "." + member.Key);
                    value = !member.Value.MayBeUnassigned ? value
                        : frame.State.Members(owner).TryGetValue(member.Key, out var before)
                            ? Members.OrUnassigned(frame, value, before) with { MayBeUnassigned = before.MayBeUnassigned }
                        : value with { MayBeUnassigned = true };
                    if (!Programs.Append(frame, owner, member.Key, value))
                    {
                        frame.State.SetMember(owner, member.Key, value);
                    }

                    if (parameter.Key == Origin.Receiver && owner != frame.Method.This && !frame.Deep(value).IsEmpty)
                    {
                        // For readers elsewhere, who have another name for the object.
                        Members.Add(frame, new Value { Id = frame.Method.Static }, StateValues.StaticName(call.Method.ContainingType, member.Key), value);
                    }
                }
            }
        }

        private Dictionary<int, Value> AfterValues()
        {
            var after = new Dictionary<int, Value>();
            foreach (var parameter in summary.After)
            {
                if (call.Argument(parameter.Key) is { } at)
                {
                    after[parameter.Key] = Resolve(parameter.Value, at, "after");
                    Assignments.Store(frame, at.Value, after[parameter.Key], at.Value);
                }
            }

            return after;
        }

        private void Models()
        {
            foreach (var use in summary.Models)
            {
                frame.Method.Models.Add(frame, new ModelUse(Known(use.Output), Resolve(use.Asked), SourceSpan.Of(call.Operation.Syntax)));
            }
        }

        private void Sinks()
        {
            foreach (var sink in summary.Sinks)
            {
                if (sink.Switch is { } on && argument(on.Index).Constant == !on.Answer)
                {
                    continue;
                }

                var site = SourceSpan.Of(call.Site(sink.Fact.Origin.Index));
                var facts = Resolve(sink.Fact, isWhole: !StartedProcesses.IsEnd(sink.Act)).With(frame.State.GuardsOf(null));
                var below = Trace.Concat(new Trace(null, new FlowStep("hop", "into " + _display, SourceSpan.Of(call.Operation.Syntax))), sink.Fact.Trace);
                if (sink.Program is { IsStart: true } start)
                {
                    Programs.Handed(frame, start, argument(start.Origin.Index), facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax));
                }
                else if (sink.Program is { } program)
                {
                    Programs.Decide(frame, argument(program.Origin.Index), program.Before, facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax));
                }
                else
                {
                    Acts.Record(frame, facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax), null);
                }
            }
        }
    }
}
