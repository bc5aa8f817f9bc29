using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Checks that a user, an annotation or another project speaks of. What a check accepts is good where it answers yes, or, if it
/// answers nothing of the kind, where it returns; what it rebuilds is good.
/// </summary>
internal static class StatedChecks
{
    /// <summary>What a kind of check makes sure of.</summary>
    public static readonly ImmutableDictionary<string, Guard> Kinds = new Dictionary<string, Guard>(StringComparer.Ordinal)
    {
        ["membership"] = Guard.AllowListed,
        ["enum"] = Guard.AllowListed,
        ["closed"] = Guard.NotText,
        ["number"] = Guard.NotText,
        ["path"] = Guard.Confined,
        ["file name"] = Guard.FileName,
        ["host"] = Guard.HostChecked,
        ["regex"] = Guard.Matched,
        ["encode"] = Guard.Encoded,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static Value Apply(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        foreach (var entry in roles)
        {
            if (entry.Role is Role.Sanitizer or Role.Approval && KnowledgeBase.IsStated(entry) && Places.Holds(frame, call, entry.When))
            {
                result = entry.Role == Role.Approval ? Approve(frame, call, result) : Check(frame, call, entry, result);
            }
        }

        return result;
    }

    private static Value Check(Frame frame, Call call, RoleEntry entry, Value result)
    {
        if (entry is not { Note: { } kind, Place: { } place } || !Kinds.TryGetValue(kind, out var guard))
        {
            return result;
        }

        if (place.Root == PlaceRoot.Return)
        {
            return result with { Facts = result.Facts.With(guard) };
        }

        var assured = HostChecks.Assured(Places.Read(frame, call, place), guard);
        if (Types.IsBoolean(call.Method.ReturnType))
        {
            return result with
            {
                Outcome = new Outcome(
                    (result.Outcome?.WhenTrue ?? ImmutableArray<Assurance>.Empty).AddRange(assured), result.Outcome?.WhenFalse ?? ImmutableArray<Assurance>.Empty),
                Constant = null,
            };
        }

        frame.State.Assure(assured);
        return result;
    }

    /// <summary>Whoever asks a person and answers nothing throws where the person does not agree. A yes or no is seen where it is given.</summary>
    private static Value Approve(Frame frame, Call call, Value result)
    {
        if (call.Method.ReturnsVoid || call.Method.ReturnType is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" })
        {
            frame.State.Assure(new[] { new Assurance(Guard.Approved, null) });
        }

        return result;
    }
}
