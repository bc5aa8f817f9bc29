using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Where model output comes into being: at model calls, and where it is read out of an SDK's own objects.</summary>
internal static class ModelOutputs
{
    private const string Sampling = "sampling";

    private const string Fetch = "fetch";

    /// <summary>The value of a model call; null if the call is none.</summary>
    public static Value? OfCall(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (!frame.Engine.Models.Recognise(frame, call, roles, out var isInferred))
        {
            return OfMethod(frame, call, roles);
        }

        var display = Types.Display(call.Method);
        frame.Method.See(isInferred ? "unmodelled" : "model-call", call.Method, call.Operation.Syntax);
        var output = Output(frame, call.Operation, display, ClientIdentity.Of(frame, call.Receiver), isInferred, IsInTool(frame, roles));
        var asked = frame.Join(call.Arguments.Select(argument => frame[argument]).ToArray()).Where(fact => fact.Origin.Kind != FactKind.Outside);
        foreach (var fact in output.Facts.Facts.Where(_ => isInferred || (roles.Any(Asks) && !Conversations.GoesOn(frame, call))))
        {
            frame.Method.Models.Add(frame, new ModelUse(fact.Origin, asked, SourceSpan.Of(call.Operation.Syntax)));
        }

        output = output with { Facts = output.Facts.Relating(Relations.To(About(asked))) };
        Conversations.Remember(frame, call, output);
        return output;
    }

    /// <summary>True for a call that makes a model generate something; false where what it generated before is read.</summary>
    public static bool Asks(RoleEntry entry) => entry.Role == Role.ModelCall && entry.Note != Fetch;

    /// <summary>The origins of what went into the call: what it is about.</summary>
    private static ImmutableArray<Origin> About(FactSet asked) => asked.Facts.Select(fact => fact.Origin)
        .Where(origin => origin.IsConcrete || origin.Kind == FactKind.Parameter).Distinct().ToImmutableArray();

    /// <summary>A method that reads output out of a response: <c>GetOutputText()</c>, <c>TryPickText(out var text)</c>.</summary>
    private static Value? OfMethod(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (!roles.Any(entry => entry.Role is Role.ModelOutputMember or Role.ToolArguments))
        {
            return null;
        }

        var receiver = frame[call.Receiver];
        if (!roles.Any(IsSourceByItself) && !frame.Deep(receiver).IsEmpty)
        {
            return null;
        }

        var output = Output(frame, call.Operation, Types.Display(call.Method), null, false);
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is { RefKind: RefKind.Out }))
        {
            Assignments.Store(frame, argument.Value, Output(frame, argument, argument.Parameter!.Type, Types.Display(call.Method), null, false), argument.Value);
        }

        return output;
    }

    /// <summary>
    /// A property of a response or of a tool call. What the response is known to be wins; a tool call is a source by itself, and so is a
    /// response of which nothing is known.
    /// </summary>
    public static Value? OfMember(Frame frame, IPropertyReferenceOperation reference, Value receiver, ImmutableArray<RoleEntry> roles)
    {
        var isSource = roles.Any(IsSourceByItself);
        if (!isSource && !roles.Any(entry => entry.Role == Role.ModelOutputMember))
        {
            return null;
        }

        var known = frame.Deep(receiver);
        var isKnown = isSource ? known.HasConcrete : !known.IsEmpty;
        return isKnown || receiver.Id is { } id && !frame.State.Members(id).IsEmpty || IsWritten(reference)
            ? null
            : Output(frame, reference, Types.Display(reference.Property), null, false);
    }

    /// <summary>A tool call, wherever it comes from, and what is stated to hold a model's words.</summary>
    private static bool IsSourceByItself(RoleEntry entry) =>
        entry.Role == Role.ToolArguments || (entry.Role == Role.ModelOutputMember && KnowledgeBase.IsStated(entry));

    private static bool IsWritten(IPropertyReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>A tool asks a model: nobody sees what it makes of the answer. Only while a tool is called, a server may ask its client's model.</summary>
    private static bool IsInTool(Frame frame, ImmutableArray<RoleEntry> roles) =>
        roles.Any(entry => entry is { Role: Role.ModelCall, Note: Sampling })
        || (frame.Method.Member is IMethodSymbol method && frame.Engine.Tools.IsTool(method, frame.Method.Cancellation, out _));

    private static Value Output(Frame frame, IOperation operation, string display, string? client, bool isInferred, bool isInTool = false) =>
        Output(frame, operation, operation.Type, display, client, isInferred, isInTool);

    private static Value Output(Frame frame, IOperation operation, ITypeSymbol? type, string display, string? client, bool isInferred, bool isInTool = false)
    {
        var site = SourceSpan.Of(operation.Syntax);
        var origin = new Origin(FactKind.ModelOutput, display, site, client, Inferred: isInferred, IsInTool: isInTool);
        var text = (isInferred ? "text that looks like model output, of " : "model output of ") + display;
        var fact = new Fact(origin, Guard.None, Trace.Add(null, new FlowStep("source", text, site)));
        return new Value { Id = frame.Fresh(operation), Facts = Frame.Narrow(FactSet.Of(fact), type).As(Types.TraitsOf(type)).As(frame.IsRepeated ? Traits.Many : Traits.None) };
    }
}
