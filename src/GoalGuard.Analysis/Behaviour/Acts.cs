using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Where values meet acts: an argument of a member with an effect, a property that configures one, an element of an argument list.</summary>
internal static class Acts
{
    /// <summary>The arguments of a call that its knowledge entries name.</summary>
    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        foreach (var entry in roles.Where(IsAct))
        {
            frame.Method.See("effect", call.Method, call.Operation.Syntax);
            if (entry.Place is not { } place || Site(frame, call, place) is not { } site || !Places.Holds(frame, call, entry.When))
            {
                continue;
            }

            var act = Of(entry, call.Method, call.Operation);
            var value = Places.Read(frame, call, place);
            if (entry.Role == Role.EffectProcess && call.Argument(place.Argument ?? "") is { } argument && Types.IsCollection(argument.Parameter?.Type))
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
                Record(frame, frame.Deep(value).With(frame.State.GuardsOf(null) | OfClient(frame, call, entry)), SourceSpan.Of(site), act, null, act.Site, null);
            }
        }

        Programs.Named(frame, call);
    }

    /// <summary>What the client that sends a request makes sure of.</summary>
    private static Guard OfClient(Frame frame, Call call, RoleEntry entry) =>
        entry.Role == Role.EffectNetwork && call.Instance is { } client && call.Arguments.Any(argument => !frame[argument].Facts.IsEmpty)
            ? frame.Engine.Clients.OfClient(Assignments.Original(frame, client), frame.Method.Member, frame.Method.Cancellation)
            : Guard.None;

    private static bool MayBeContained(FactSet facts) => facts.Facts.Any(fact => (fact.Guards & Guard.InContainer) != 0);

    private const string Job = "job";

    private const string LookUp = "look-up";

    /// <summary>Of what belongs to fine-tuning, only what creates a job acts. A look-up of a name is no request to it: it is part of many a check.</summary>
    public static bool IsAct(RoleEntry entry) =>
        (entry.Role.IsEffect() && entry.Note != LookUp) || entry.Role == Role.Act || entry is { Role: Role.FineTune, Note: Job };

    /// <summary>
    /// The argument that a place is about. Of a receiver the argument that carries the text into it, where it is made in the same
    /// expression; else the member's name.
    /// </summary>
    private static SyntaxNode? Site(Frame frame, Call call, Place place) => place.Root switch
    {
        PlaceRoot.Argument => call.Argument(place.Argument!)?.Value.Syntax,
        PlaceRoot.This => (call.Receiver as IObjectCreationOperation)?.Arguments.FirstOrDefault(argument => !frame.Deep(frame[argument]).IsEmpty)?.Value.Syntax
            ?? call.Site(Origin.Receiver),
        _ => null,
    };

    private static Act Of(RoleEntry entry, ISymbol member, IOperation operation) =>
        new(entry.Role, entry.Symbol.Text, Types.Display(member), SourceSpan.Of(operation.Syntax));

    /// <summary>A property that configures an act is assigned.</summary>
    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property).Where(entry => IsAct(entry) && entry.Place?.Root == PlaceRoot.Value))
        {
            frame.Method.See("effect", reference.Property, reference.Syntax);
            if (entry.Place!.Steps.IsEmpty)
            {
                var act = Of(entry, reference.Property, reference);
                if (entry.Role == Role.EffectProcess && MayBeContained(frame.Deep(value)))
                {
                    Programs.Line(frame, frame[reference.Instance], null, frame.Deep(value).With(frame.State.GuardsOf(null)), SourceSpan.Of(source.Syntax), act);
                    continue;
                }

                Record(frame, frame.Deep(value).With(frame.State.GuardsOf(null)), SourceSpan.Of(source.Syntax), act, null, act.Site, null);
            }
        }

        Programs.Named(frame, reference, value, source);
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
        var concrete = facts.Where(fact => fact.Origin.IsConcrete);
        if (!concrete.IsEmpty && program is null)
        {
            frame.Method.Recorder.Find(at, expression, act, concrete, below);
        }

        foreach (var fact in facts.Facts.Where(fact => fact.Origin.Kind == FactKind.Parameter))
        {
            var trace = Trace.Concat(fact.Trace, below ?? new Trace(null, new FlowStep("act", act.Display, act.Site)));
            frame.Method.Recorder.Sink(new SummarySink(fact.Origin, act, fact.Guards, trace, program));
        }
    }
}
