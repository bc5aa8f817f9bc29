using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Behaviour.Agents;
using GoalGuard.Analysis.Behaviour.Picks;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Where values meet acts: an argument of a member with an effect, a property that configures one, an element of an argument list.</summary>
internal static class Acts
{
    /// <summary>The arguments of a call that its knowledge entries name.</summary>
    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        foreach (var entry in roles.Where(IsAct).Concat(OfType(frame, call, roles)))
        {
            frame.Method.See("effect", call.Method, call.Operation.Syntax);
            if (OutsideActs.IsOutside(entry.Role) || entry.Place is not { } place
                || Proxies.IsMachinery(frame.Engine, entry) || Proxies.HandsOn(frame, call, entry)
                || Site(frame, call, place) is not { } site || !Places.Holds(frame, call, entry.When) || PromptFunctions.Runs(frame, call, entry))
            {
                continue;
            }

            var act = Of(entry, call.Method, call.Operation);
            act = entry.Role == Role.EffectTool && PastApprovals.Is(frame, call) ? act with { IsPastApproval = true } : act;
            var value = Places.Read(frame, call, place);
            if (StartedProcesses.IsEnd(entry) || (entry.Role == Role.EffectTool && Invocations.HasReturned(frame, value)))
            {
                // Which program a process runs is not which process it is, and what a method answers not which method it is.
                Record(frame, frame.FactsOf(value).With(frame.State.GuardsOf(null)), SourceSpan.Of(site), act, null, act.Site, null);
            }
            else if (entry is { Role: Role.EffectProcess, Note: not ShellText } && call.Argument(place.Argument ?? "") is { } argument && Types.IsCollection(argument.Parameter?.Type))
            {
                Programs.List(frame, call, act, value, argument);
            }
            else if (entry.Role == Role.EffectProcess && MayBeContained(frame.Deep(value)))
            {
                var start = new Value { Id = frame.Method.IdentityOf(call.Operation, null) };
                Programs.Line(
                    frame, start, call.Argument("fileName") is { } program ? frame[program] : null, frame.Deep(value).With(frame.State.GuardsOf(null)), SourceSpan.Of(site), act);
            }
            else
            {
                var facts = CompiledCode.Within(frame, call, act, frame.Deep(value)).With(frame.State.GuardsOf(null) | Sandboxes.Around(frame, call) | OfClient(frame, call, entry));
                Record(frame, facts, SourceSpan.Of(site), act, null, act.Site, null);
                WrittenFiles.Named(frame, call, entry, facts, SourceSpan.Of(site), act);
                WrittenFiles.Write(frame, call, entry);
            }
        }

        OwnDispatchers.Record(frame, call);
        OutsideActs.Record(frame, call, roles);
        FurtherArguments.Record(frame, call, roles);
        InferredActs.Call(frame, call, roles);
        Programs.Named(frame, call);
    }

    /// <summary>What the client that sends a request makes sure of.</summary>
    private static Guard OfClient(Frame frame, Call call, RoleEntry entry) =>
        entry.Role == Role.EffectNetwork && call.Instance is { } client && call.Arguments.Any(argument => !frame[argument].Facts.IsEmpty)
            ? frame.Engine.Clients.OfClient(Assignments.Original(frame, client), frame.Method.Member, frame.Method.Cancellation)
            : Guard.None;

    private static bool MayBeContained(FactSet facts) => facts.Facts.Any(fact => (fact.Guards & Guard.InContainer) != 0);

    /// <summary>What is known of a type says which argument of its constructors, and of those of types derived from it, configures the act.</summary>
    private static IEnumerable<RoleEntry> OfType(Frame frame, Call call, ImmutableArray<RoleEntry> roles) =>
        call.Operation is IObjectCreationOperation
            ? frame.Engine.Knowledge.TypeRolesOf(call.Method.ContainingType)
                .Where(entry => IsAct(entry) && entry.Place is { Root: PlaceRoot.Argument } && !roles.Any(own => own.Role == entry.Role))
            : Enumerable.Empty<RoleEntry>();

    /// <summary>A conversion that makes a statement of a text.</summary>
    public static void Convert(Frame frame, IConversionOperation conversion, IMethodSymbol method)
    {
        foreach (var entry in frame.Engine.Knowledge.RolesOf(method))
        {
            if (IsAct(entry) && entry.Place is { Root: PlaceRoot.Argument } place && method.Parameters.Any(parameter => parameter.Name == place.Argument))
            {
                frame.Method.See("effect", method, conversion.Syntax);
                var act = Of(entry, method, conversion);
                Record(frame, frame.Deep(frame[conversion.Operand]).With(frame.State.GuardsOf(null)), SourceSpan.Of(conversion.Operand.Syntax), act, null, act.Site, null);
            }
        }
    }

    /// <summary>A member that acts was handed over by name, and is run with this value.</summary>
    public static void Group(Frame frame, IOperation site, RoleEntry entry, IMethodSymbol method, Value value)
    {
        frame.Method.See("effect", method, site.Syntax);
        var act = Of(entry, method, site);
        Record(frame, frame.Deep(value).With(frame.State.GuardsOf(null)), act.Site, act, null, act.Site, null);
    }

    private const string Job = "job";

    private const string LookUp = "look-up";

    /// <summary>A shell or interpreter reads it, whatever else is known.</summary>
    public const string ShellText = "shell text";

    /// <summary>Of what belongs to fine-tuning, only what creates a job acts. A look-up of a name is no request to it: it is part of many a check.</summary>
    public static bool IsAct(RoleEntry entry) =>
        (entry.Role.IsEffect() && entry.Note != LookUp) || entry.Role == Role.Act || entry is { Role: Role.FineTune, Note: Job };

    /// <summary>
    /// The argument that a place is about. Of a receiver the argument that carries the text into it, where it is made in the same
    /// expression; else the member's name.
    /// </summary>
    public static SyntaxNode? Site(Frame frame, Call call, Place place) => place.Root switch
    {
        PlaceRoot.Argument => call.Argument(place.Argument!)?.Value.Syntax,
        PlaceRoot.This => Carrier(frame, call.Receiver) ?? call.Site(Origin.Receiver),
        _ => null,
    };

    /// <summary>The argument that carries something into what a call or creation makes; null where the receiver of that call brought it along.</summary>
    private static SyntaxNode? Carrier(Frame frame, IOperation? made)
    {
        var (receiver, arguments) = made switch
        {
            IObjectCreationOperation creation => (null, creation.Arguments),
            IInvocationOperation invocation => (invocation.Instance, invocation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        return receiver is not null && !frame.Deep(frame[receiver]).IsEmpty
            ? Carrier(frame, receiver)
            : arguments.FirstOrDefault(argument => !frame.Deep(frame[argument]).IsEmpty)?.Value.Syntax;
    }

    public static Act Of(RoleEntry entry, ISymbol member, IOperation operation) =>
        new(entry.Role, entry.Symbol.Text, Types.Display(member), SourceSpan.Of(operation.Syntax), Note: entry.Note);

    /// <summary>A property that configures an act is assigned.</summary>
    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property).Where(entry => IsAct(entry) && entry.Place?.Root == PlaceRoot.Value))
        {
            frame.Method.See("effect", reference.Property, reference.Syntax);
            if (entry.Place!.Steps.IsEmpty && !OutsideActs.IsOutside(entry.Role))
            {
                var act = Of(entry, reference.Property, reference);
                var facts = frame.Deep(value).With(frame.State.GuardsOf(null));
                if (entry.Role == Role.EffectProcess && MayBeContained(facts))
                {
                    Programs.Line(frame, frame[reference.Instance], null, facts, SourceSpan.Of(source.Syntax), act);
                    continue;
                }

                Record(frame, facts, SourceSpan.Of(source.Syntax), act, null, act.Site, null);
                WrittenFiles.Named(frame, frame[reference.Instance].Id, value, entry, facts, SourceSpan.Of(source.Syntax), act);
            }
        }

        Programs.Named(frame, reference, value, source);
        AgentMaking.Instruct(frame, reference, value);
    }

    /// <summary>Something was added to a collection that configures an act, or written to the input of a process.</summary>
    public static void Added(Frame frame, Call call)
    {
        if (call.Instance is null || frame[call.Instance].Id is not { } collection || !frame.Method.ActCollections.TryGetValue(collection, out var owner))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            Programs.Added(frame, owner, collection, argument.Value);
        }
    }

    /// <summary>Concrete facts are findings of this member; those of its parameters go into its summary.</summary>
    public static void Record(Frame frame, FactSet facts, SourceSpan at, Act act, Trace? below, SourceSpan expression, ProgramCondition? program)
    {
        // What decides that it happens is part of what is known there.
        var chosen = Choices.Deciding(frame, at);
        facts = Proxies.Apart(frame, act, facts).Relating(chosen).Relating(frame.State.BypassesOf(null));
        facts = facts.IsEmpty && chosen.HasWinner ? Choices.Of(chosen).With(frame.State.GuardsOf(null)) : facts;
        var concrete = PickedActs.Shown(frame, act, facts.Where(fact => fact.Origin.IsReportable || (fact.Origin.Kind == FactKind.Choice && fact.Relations.HasWinner)));
        if (!concrete.IsEmpty && program is null)
        {
            frame.Method.Recorder.Find(at, expression, act, concrete, below);
        }

        foreach (var fact in facts.Facts.Where(fact => fact.Origin.Kind == FactKind.Parameter))
        {
            var trace = Trace.Concat(fact.Trace, below ?? new Trace(null, new FlowStep("act", act.Display, act.Site)));
            frame.Method.Recorder.Sink(new SummarySink(new Fact(fact.Origin, fact.Guards, trace, fact.Traits, fact.Relations), act, program, frame.Switch()));
        }
    }
}
