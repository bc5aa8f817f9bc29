using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Placeholders that are filled in, and texts that are percent-encoded first: what cannot hold a separator cannot change the host around it.</summary>
internal static class Templates
{
    public static Value? Encode(Frame frame, Call call) =>
        frame.Derive(call.Operation, frame[call.Argument(0)]) is { } encoded ? encoded with { Facts = encoded.Facts.With(Guard.Encoded) } : null;

    /// <summary>
    /// <c>template.Replace("{id}", value)</c>: after a constant host, or encoded in a text that the program was configured with, the value does not
    /// choose the host. The template's own facts stay what they are.
    /// </summary>
    public static Value? Fill(Frame frame, Call call)
    {
        if (call.Argument("newValue") is not { } argument || frame.Deep(frame[argument]) is not { IsEmpty: false } facts)
        {
            return null;
        }

        var template = frame[call.Instance];
        var placeholder = frame[call.Argument("oldValue")].Texts;
        var isEncoded = IsEncoded(facts);
        var isAfterHost = template.Texts.IsUnknown ? isEncoded : template.Texts.All(text => IsAfterHost(text, placeholder, isEncoded));
        var added = isAfterHost ? facts.With(Guard.HostFixed) : facts;
        return new Value { Id = frame.Fresh(call.Operation), Facts = frame.Deep(template).Join(added) };
    }

    private static bool IsAfterHost(string template, Texts placeholder, bool isEncoded)
    {
        var at = placeholder is { IsConstant: true, Alternatives.Length: 1 } ? template.IndexOf(placeholder.Alternatives[0], StringComparison.Ordinal) : -1;
        return at >= 0 ? HostChecks.EndsHost(template.Substring(0, at)) : template.IndexOf(Texts.Hole) >= 0 && isEncoded;
    }

    /// <summary>True if no part of the text can be a separator of an address.</summary>
    public static bool IsEncoded(FactSet facts) => facts.Facts.All(fact => (fact.Guards & Guard.Encoded) != 0);
}
