using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Which callees are worth reading: those that are given something with facts, and those that, by names, may bring in a model's words or
/// ask a person. Reading all of them would make an edit cost as much as the program is large.
/// </summary>
internal static class Opening
{
    public static bool IsWorth(Frame frame, Call call)
    {
        if (call.Method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        return (HasFacts(frame, call) && (!frame.Method.IsOpen || Matters(frame, call.Method)))
            || frame.Engine.Members.MaySeeModel(call.Method, frame.Method.Cancellation)
            || (Types.TraitsOf(call.Method.ReturnType) != Traits.None && frame.Engine.Members.MayHear(call.Method, frame.Method.Cancellation))
            || (Types.IsBoolean(call.Method.ReturnType) && frame.Engine.Members.MayAsk(call.Method, frame.Method.Cancellation))
            || frame.Engine.Members.AsksModel(call.Method, frame.Method.Cancellation)
            || (Tools.MayBeHeldBy(frame.Engine, call.Method.ReturnType) && frame.Engine.Members.MayMakeTools(call.Method, frame.Method.Cancellation))
            || ((!frame.Method.IsOpen || frame.Method.Member is IFieldSymbol or IPropertySymbol) && HandedOuts.MayComeFrom(call.Method))
            || Measurements.MayMake(frame, call)
            || IsOwnConstant(frame, call)
            || frame.Engine.Knowledge.CanBeIsolated(call.Method.ReturnType)
            || (frame.Method.IsOpen && IsOnReceiver(frame, call) && frame.Engine.Members.MayAct(call.Method, frame.Method.Cancellation));
    }

    /// <summary>
    /// Below a callee, only what may act, keep, check or rebuild a value is read further; of the rest, what goes in comes out.
    /// </summary>
    private static bool Matters(Frame frame, IMethodSymbol method)
    {
        var returned = Types.Unwrap(method.ReturnType);
        return Types.IsBoolean(returned) || (returned is not null && StateValues.HoldsText(returned)) || method.MethodKind == MethodKind.Constructor
            || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref)
            || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate)
            || frame.Engine.Members.MayAct(method, frame.Method.Cancellation)
            || (!Carriers.May(method.ReturnType) && frame.Engine.Members.MayAssign(method, frame.Method.Cancellation))
            || frame.Engine.Members.MayThrow(method, frame.Method.Cancellation);
    }

    /// <summary>True if the callee is given something with facts, so that what it does with its parameters matters.</summary>
    public static bool IsGivenFacts(Frame frame, Call call) => HasFacts(frame, call) || (frame.Method.IsOpen && IsOnReceiver(frame, call));

    /// <summary>A start info counts too: which program it names and what stands in its arguments is known by identity, not by facts.</summary>
    private static bool HasFacts(Frame frame, Call call) =>
        call.Arguments.Any(argument => Programs.IsStart(argument.Value.Type) || frame.Deep(frame[argument]).IsWorthFollowing || !frame[argument].Targets.IsEmpty)
        || (call.Instance is not null && frame.Deep(frame[call.Instance]).IsWorthFollowing);

    /// <summary>A property without a setter may stand for a root directory or a list of what is allowed.</summary>
    private static bool IsOwnConstant(Frame frame, Call call) =>
        call.Method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { SetMethod: null } property }
        && StateValues.HoldsText(property.Type)
        && SymbolEqualityComparer.Default.Equals(property.ContainingType, (frame.Method.Member as IMethodSymbol)?.ContainingType);

    private static bool IsOnReceiver(Frame frame, Call call) => call.Instance is not null && frame[call.Instance].Id == frame.Method.This;
}
