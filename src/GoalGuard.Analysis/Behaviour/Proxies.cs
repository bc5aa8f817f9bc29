using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// A tool that hands the arguments of its own call on to another stands in for that one: the model called it. What it takes out of them to build another call
/// is another call. A library of tools does nothing but that.
/// </summary>
internal static class Proxies
{
    private const string Arguments = "arguments";

    /// <summary>True if a library's own object with the arguments of a call is handed on as it came.</summary>
    public static bool HandsOn(Frame frame, Call call, RoleEntry entry) =>
        entry is { Role: Role.EffectTool, Note: Arguments, Place.Argument: { } place } && call.Argument(place) is { } argument
        && Assignments.Original(frame, Unwrap(argument.Value)) is IParameterReferenceOperation { Parameter.Type: { } type }
        && KnowledgeBase.IsModelled(type.ContainingAssembly?.Name ?? "");

    /// <summary>True for the calls of tools inside of a library that is made for them: who may call which, its users decide.</summary>
    public static bool IsMachinery(Engine engine, RoleEntry entry) => entry.Role == Role.EffectTool && engine.IsModelled;

    private static IOperation Unwrap(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;

    /// <summary>The facts without the arguments of a tool that gets all of them at once, as an adapter between two kinds of tools does.</summary>
    public static FactSet Apart(Frame frame, Act act, FactSet facts) =>
        act is { Effect: Role.EffectTool, Note: Arguments } && facts.Has(FactKind.ToolInput) && IsStandIn(frame)
            ? facts.Where(fact => fact.Origin.Kind != FactKind.ToolInput)
            : facts;

    private static bool IsStandIn(Frame frame) =>
        frame.Method.Member is IMethodSymbol method && !frame.Engine.Tools.IsMarked(method)
        && (frame.Engine.Tools.IsDeclaredTool(method) || frame.Engine.Tools.Conventions.IsTool(method, frame.Method.Cancellation));
}
