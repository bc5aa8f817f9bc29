using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Guards;

/// <summary>Membership in a collection that no model fills. A text's own <c>Contains</c> is no allow-list, nor is a list that a model extends.</summary>
internal static class AllowLists
{
    private static readonly ImmutableHashSet<string> Tests =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Contains", "ContainsKey", "TryGetValue", "ContainsValue");

    private static readonly ImmutableHashSet<string> Searches = ImmutableHashSet.Create(StringComparer.Ordinal, "IndexOf", "LastIndexOf", "BinarySearch");

    public static Value? Apply(Frame frame, Call call)
    {
        if (!IsTest(call.Method) || Collection(call) is not { } collection || !IsCollection(collection))
        {
            return null;
        }

        var tested = call.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => argument != collection);
        if (tested is null || frame.Deep(frame[collection]).IsOfOthers || HoldsTools(frame, collection.Type))
        {
            return null;
        }

        var result = call.Method.Name == "TryGetValue"
            ? KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(call.Method)) ?? Value.Empty
            : new Value { Id = frame.Fresh(call.Operation) };
        return result with { Id = result.Id ?? frame.Fresh(call.Operation), Outcome = Member(frame[tested]) };
    }

    /// <summary>Says whether something is in a collection, or where (<see cref="IndexChecks"/>).</summary>
    private static bool IsTest(IMethodSymbol method) =>
        (Tests.Contains(method.Name) && Types.IsBoolean(method.ReturnType))
        || (Searches.Contains(method.Name) && method.ReturnType.SpecialType == SpecialType.System_Int32);

    /// <summary>The receiver; for the methods of <c>System.Array</c>, their first argument.</summary>
    private static IOperation? Collection(Call call) =>
        call.Receiver ?? (call.Method.ContainingType.SpecialType == SpecialType.System_Array ? call.Argument(0)?.Value : null);

    private static Outcome Member(Value tested) => Outcome.True(HostChecks.Assured(tested, Guard.AllowListed).ToArray());

    /// <summary>A method group that tests its argument: <c>allowed.Contains</c>.</summary>
    public static Outcome? OfGroup(Frame frame, IMethodSymbol method, Value collection, ITypeSymbol? type, Value tested) =>
        Tests.Contains(method.Name) && Types.IsBoolean(method.ReturnType) && IsCollection(type) && !frame.Deep(collection).IsOfOthers ? Member(tested) : null;

    /// <summary>A registry of tools says which there are, not which may be invoked past the model's own calls.</summary>
    private static bool HoldsTools(Frame frame, ITypeSymbol? type) =>
        type is INamedTypeSymbol named && named.TypeArguments.Concat(named.AllInterfaces.SelectMany(parent => parent.TypeArguments)).Any(held => IsTool(frame, held));

    private static bool IsTool(Frame frame, ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            if (at.GetMembers().Any(member => member is IMethodSymbol && frame.Engine.Knowledge.RolesOf(member).Any(entry => entry.Role == Role.EffectTool)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCollection(IOperation receiver) =>
        IsCollection(receiver is Microsoft.CodeAnalysis.Operations.IConversionOperation conversion ? conversion.Operand.Type ?? receiver.Type : receiver.Type);

    private static bool IsCollection(ITypeSymbol? type) =>
        Types.IsCollection(type) || (type?.Name.Contains("Dictionary") ?? false) || (type?.Name.Contains("Set") ?? false);
}
