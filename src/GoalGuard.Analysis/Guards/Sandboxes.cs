using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Settings that isolate what runs. An object that has one is isolated, and so is what is made of it; a setting that opens it again takes that away.
/// It is kept as a member of the object, so that it goes where the object goes.
/// </summary>
internal static class Sandboxes
{
    private const string Mark = "#sandbox";
    private const string Closed = "closed";
    private const string Opened = "opened";
    private const string Opens = "setting";
    private const string OpensContainer = "opens";

    /// <summary>What isolates the code that this call runs.</summary>
    public static Guard Around(Frame frame, Call call) => Is(frame, frame[call.Receiver], Closed) ? Guard.Sandboxed : Guard.None;

    /// <summary>What isolates the container that this call makes or uses.</summary>
    public static Guard OfContainer(Frame frame, Call call) =>
        call.Arguments.Any(argument => Is(frame, frame[argument], Closed)) && !call.Arguments.Any(argument => Is(frame, frame[argument], Opened))
            ? Guard.Sandboxed
            : Guard.None;

    /// <summary>A part of what is isolated stands for it: the id of a container.</summary>
    public static void Read(Frame frame, IPropertyReferenceOperation reference, Value receiver, Value value)
    {
        if (reference.Property.DeclaringSyntaxReferences.IsEmpty && value.Id is not null)
        {
            Inherit(frame, value, receiver);
        }
    }

    /// <summary>A call that configures isolation, or makes something of what is isolated.</summary>
    public static Value Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        var receiver = frame[call.Receiver];
        foreach (var entry in roles)
        {
            if (IsSetting(entry) && Places.Holds(frame, call, entry.When))
            {
                Set(frame, entry.Place?.Root == PlaceRoot.Return || call.Operation is IObjectCreationOperation ? result : receiver, entry);
                result = IsFluent(call) ? result with { Id = receiver.Id } : result;
            }
        }

        if (result.Id is null || result.Id == receiver.Id)
        {
            return result;
        }

        Inherit(frame, result, receiver);
        foreach (var argument in call.Arguments)
        {
            Inherit(frame, result, frame[argument]);
            InheritConfigured(frame, result, frame[argument]);
        }

        return result;
    }

    /// <summary><c>options.LimitMemory(…).AllowClr()</c>: the settings of one object.</summary>
    private static bool IsFluent(Call call) => SymbolEqualityComparer.Default.Equals(call.Receiver?.Type, call.Operation.Type);

    /// <summary>What a delegate configures: <c>new Engine(options => options.LimitMemory(…))</c>.</summary>
    private static void InheritConfigured(Frame frame, Value made, Value argument)
    {
        foreach (var target in argument.Targets)
        {
            foreach (var parameter in target.Method.Parameters)
            {
                Inherit(frame, made, new Value { Id = frame.Method.Intern(parameter, parameter.Name) });
            }
        }
    }

    /// <summary>A property that configures isolation, or hands something isolated over, is assigned.</summary>
    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value)
    {
        var owner = frame[reference.Instance];
        foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property))
        {
            if (IsSetting(entry) && (entry.When is null || Places.Meets(value, entry.When)))
            {
                Set(frame, owner, entry);
            }
        }

        Inherit(frame, owner, value);
    }

    private static bool IsSetting(RoleEntry entry) =>
        entry.Role == Role.Sandbox || entry is { Role: Role.EffectCode, Note: Opens } or { Role: Role.EffectContainer, Note: OpensContainer };

    private static void Set(Frame frame, Value owner, RoleEntry entry) => Write(frame, owner, entry.Role == Role.Sandbox ? Closed : Opened);

    private static void Inherit(Frame frame, Value made, Value source)
    {
        if (frame.State.Members(source.Id).TryGetValue(Mark, out var mark) && !mark.Texts.IsUnknown)
        {
            Write(frame, made, mark.Texts.All(text => text == Closed) ? Closed : Opened);
        }
    }

    /// <summary>What was opened stays open.</summary>
    private static void Write(Frame frame, Value owner, string state)
    {
        if (!Is(frame, owner, Opened))
        {
            Members.Write(frame, owner, Mark, Value.OfText(state));
        }
    }

    private static bool Is(Frame frame, Value value, string state) =>
        frame.State.Members(value.Id).TryGetValue(Mark, out var mark) && mark.Texts.All(text => text == state);
}
