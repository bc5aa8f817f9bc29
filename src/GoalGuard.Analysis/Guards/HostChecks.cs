using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Guards;

/// <summary>Who chooses the host of an address: the text before the model's part, or a check of the host.</summary>
internal static class HostChecks
{
    private static readonly ImmutableHashSet<string> HostParts =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Host", "DnsSafeHost", "IdnHost", "Authority");

    /// <summary>What follows a text that ends the host cannot change it.</summary>
    public static FactSet After(Texts before, FactSet facts) =>
        !facts.IsEmpty && before.All(EndsHost) ? facts.With(Guard.HostFixed) : facts;

    /// <summary>
    /// <c>https://host/…</c>, or a relative address. A part that is not constant and not the model's counts as a configured base.
    /// </summary>
    private static bool EndsHost(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var host = text.Substring(scheme + 3);
            return host.IndexOfAny(new[] { '/', '?', '#' }) > 0 || (host.Length > 0 && host[host.Length - 1] == Texts.Hole);
        }

        if (text.Length == 0)
        {
            return false;
        }

        if (text[0] == Texts.Hole)
        {
            return true;
        }

        return !text.StartsWith("//", StringComparison.Ordinal) && text.IndexOfAny(new[] { '/', '?', '#' }) >= 0;
    }

    /// <summary>Marks the host of a Uri, so that a check of it counts for the Uri.</summary>
    public static Value Part(Value receiver, ISymbol member, Value value) =>
        receiver.Id is { } uri && HostParts.Contains(member.Name) && Types.FullName(member.ContainingType) is "System.Uri" or "System.UriBuilder"
            ? value with { StandsFor = uri, IsHost = true }
            : value;

    /// <summary>What a successful check of a value makes sure of: of a host, that of its address.</summary>
    public static IEnumerable<Assurance> Assured(Value tested, Guard guard)
    {
        if (tested.Id is { } id)
        {
            yield return new Assurance(guard, id);
        }

        if (tested is { IsHost: true, StandsFor: { } address })
        {
            yield return new Assurance(Guard.HostChecked, address);
        }
    }
}
