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
    public static bool EndsHost(string text)
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

    /// <summary>What is sure of a text is sure of the address that was parsed from it, and the other way round.</summary>
    public const Guard Shared =
        Guard.HostChecked | Guard.AllowListed | Guard.Matched | Guard.PublicHost | Guard.AllowedVerb | Guard.SingleStatement;

    /// <summary>Marks the host of a Uri, so that a check of it counts for the Uri, or for the text that it was parsed from.</summary>
    public static Value Part(Value receiver, ISymbol member, Value value) =>
        (receiver.StandsFor ?? receiver.Id) is { } uri && HostParts.Contains(member.Name) && Types.FullName(member.ContainingType) is "System.Uri" or "System.UriBuilder"
            ? value with { StandsFor = uri, IsHost = true }
            : value;

    /// <summary>What a successful check of a value makes sure of: of a host, that of its address; of an address, that of its text.</summary>
    public static IEnumerable<Assurance> Assured(Value tested, Guard guard)
    {
        if (tested.Id is { } id)
        {
            foreach (var one in Each(guard))
            {
                yield return new Assurance(one, id);
            }
        }

        if (tested.StandsFor is { } whole)
        {
            foreach (var one in Each(tested.IsHost ? OfHost(guard) : guard & Shared))
            {
                yield return new Assurance(one, whole);
            }
        }
    }

    /// <summary>That a host is public is less than that it was checked.</summary>
    private static Guard OfHost(Guard guard) => (guard & Guard.PublicHost) | ((guard & ~Guard.PublicHost) == 0 ? Guard.None : Guard.HostChecked);

    /// <summary>One assurance per guard, so that those that two paths have in common are found.</summary>
    private static IEnumerable<Guard> Each(Guard guards)
    {
        for (var bit = 1; bit <= (int)guards; bit <<= 1)
        {
            if (((int)guards & bit) != 0)
            {
                yield return (Guard)bit;
            }
        }
    }
}
