using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>Texts that become addresses: the address stands for its text, so that a check of one counts for the other.</summary>
internal static class Addresses
{
    public static Value? Parse(Frame frame, Call call)
    {
        var text = frame[call.Argument(0)];
        var inputs = call.Arguments.Where(IsPart).Select(argument => frame[argument]).ToArray();
        var result = new Value { Id = frame.Fresh(call.Operation), Facts = frame.Join(inputs), Texts = text.Texts };
        return inputs.Length == 1 ? result with { StandsFor = text.Id } : Relative(frame, call, result);
    }

    /// <summary>A text or an address; not the kind, the options or the result.</summary>
    private static bool IsPart(IArgumentOperation argument) =>
        argument.Parameter is { RefKind: not RefKind.Out } parameter && (Types.IsString(parameter.Type) || Types.FullName(parameter.Type) == "System.Uri");

    /// <summary>
    /// <c>new Uri(baseAddress, text)</c>: an absolute text wins over the base, so what the text was not sure of stays so. An encoded one is not
    /// absolute.
    /// </summary>
    private static Value Relative(Frame frame, Call call, Value result)
    {
        var text = frame.Deep(frame[call.Argument(1)]);
        return result with { Facts = frame.Deep(frame[call.Argument(0)]).Join(Templates.IsEncoded(text) ? text.With(Guard.HostFixed) : text) };
    }

    /// <summary>Scheme and host of an address, perhaps with more: equal to another one, the host is.</summary>
    public static Value? LeftPart(Frame frame, Call call)
    {
        var address = frame[call.Instance];
        var part = frame.Derive(call.Operation, address);
        return frame[call.Argument(0)].Texts.All(name => name is "Authority" or "Path" or "Query")
            ? part with { StandsFor = address.StandsFor ?? address.Id, IsHost = true }
            : part;
    }

    /// <summary>The addresses of a host stand for it: a look-up asks the configured resolver, and what is tested of them is tested of the host.</summary>
    public static Value? LookUp(Frame frame, Call call)
    {
        var host = frame[call.Argument(0)];
        return frame.Derive(call.Operation, host) with { StandsFor = host.StandsFor ?? host.Id, IsHost = true };
    }

    public static Value? TryParse(Frame frame, Call call)
    {
        if (Parse(frame, call) is { } address && call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Out }) is { } result)
        {
            Assignments.Store(frame, result.Value, address with { Id = frame.Fresh(result) }, result.Value);
        }

        return new Value { Id = frame.Fresh(call.Operation, "parsed") };
    }

    public static Value? Nothing(Frame frame, Call call) => new Value { Id = frame.Fresh(call.Operation) };
}
