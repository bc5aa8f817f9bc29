using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Index;

/// <summary>
/// The words by which a member is worth opening. A telling name (<c>GetResponseAsync</c>) is enough by itself; a common one (<c>Create</c>)
/// counts only in a tree that mentions a type, or a telling name, of the same namespace, unless it is stated of the program's own world.
/// </summary>
public sealed class GateWords
{
    private static readonly uint Override = Words.Hash("override");

    private readonly HashSet<uint> _telling;
    private readonly Dictionary<uint, ImmutableArray<uint>> _common;

    /// <param name="telling">Names that count wherever they stand.</param>
    /// <param name="common">Names that need company, with the company that each needs.</param>
    private GateWords(HashSet<uint> telling, Dictionary<uint, ImmutableArray<uint>> common)
    {
        _telling = telling;
        _common = common;
    }

    /// <summary>True if the member mentions a word that counts in its tree.</summary>
    public bool AreIn(MemberIndex member, TreeIndex tree)
    {
        foreach (var word in member.Words)
        {
            if (Counts(word, tree))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the tree mentions a word that counts in it.</summary>
    public bool AreIn(TreeIndex tree)
    {
        foreach (var word in tree.Words)
        {
            if (Counts(word, tree))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the member overrides one that counts: what it is called then says what it is.</summary>
    public bool AreOverriddenBy(MemberIndex member, TreeIndex tree) => member.Mentions(Override) && Counts(member.Name, tree);

    /// <summary>True if the member itself is called like one that counts.</summary>
    public bool Name(MemberIndex member, TreeIndex tree) => Counts(member.Name, tree);

    private bool Counts(uint word, TreeIndex tree) =>
        _telling.Contains(word) || (_common.TryGetValue(word, out var company) && HasAny(tree, company));

    private static bool HasAny(TreeIndex tree, ImmutableArray<uint> words)
    {
        foreach (var word in words)
        {
            if (tree.Mentions(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words for the entries of some roles.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="byType">True for entries that a program meets by the type's name: the objects and attributes themselves.</param>
    /// <param name="extra">Further telling words.</param>
    public static GateWords Of(IEnumerable<RoleEntry> entries, Func<RoleEntry, bool> byType, params string[] extra) =>
        Of(entries, byType, Enumerable.Empty<RoleEntry>(), extra);

    /// <summary>The words for the entries of some roles.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="byType">True for entries that a program meets by the type's name: the objects and attributes themselves.</param>
    /// <param name="companions">Entries whose types are company for all entries of their library: a program names its client, not the service below it.</param>
    /// <param name="extra">Further telling words.</param>
    public static GateWords Of(IEnumerable<RoleEntry> entries, Func<RoleEntry, bool> byType, IEnumerable<RoleEntry> companions, params string[] extra)
    {
        var telling = new HashSet<string>(extra, StringComparer.Ordinal);
        var common = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var company = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var all = entries.ToList();
        foreach (var entry in all)
        {
            var type = SimpleName(entry.Symbol.Type);
            var name = entry.Symbol.Member is null or "#ctor" || byType(entry) ? type : entry.Symbol.Member;
            var friends = Get(company, Namespace(entry.Symbol.Type));
            friends.Add(type);
            friends.Add(CommonNames.Contains(type) ? SpokenName(Namespace(entry.Symbol.Type)) : SimpleName(Namespace(entry.Symbol.Type)));
            foreach (var form in Forms(name))
            {
                if (CommonNames.Contains(form) && !KnowledgeBase.IsStated(entry))
                {
                    Get(common, form).UnionWith(new[] { "\0" + Namespace(entry.Symbol.Type), type });
                }
                else
                {
                    telling.Add(form);
                    friends.Add(form);
                }
            }
        }

        var namespaces = all.ToLookup(entry => entry.Origin.File, entry => Namespace(entry.Symbol.Type));
        foreach (var companion in companions)
        {
            foreach (var space in namespaces[companion.Origin.File])
            {
                Get(company, space).Add(SimpleName(companion.Symbol.Type));
            }
        }

        return new GateWords(
            new HashSet<uint>(telling.Select(Words.Hash)),
            common.ToDictionary(pair => Words.Hash(pair.Key), pair => Company(pair.Key, pair.Value, company)));
    }

    /// <summary>The type itself, and of its namespace whatever is not called by a common word.</summary>
    private static ImmutableArray<uint> Company(string name, HashSet<string> needs, Dictionary<string, HashSet<string>> company) =>
        needs.SelectMany(need => need[0] == '\0' ? company[need.Substring(1)].Where(word => !CommonNames.Contains(word)) : new[] { need })
            .Where(word => word != name).Distinct().Select(Words.Hash).ToImmutableArray();

    private static HashSet<string> Get(Dictionary<string, HashSet<string>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new HashSet<string>(StringComparer.Ordinal);
        }

        return set;
    }

    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        if (name.EndsWith("Attribute", StringComparison.Ordinal) && name.Length > "Attribute".Length)
        {
            yield return name.Substring(0, name.Length - "Attribute".Length);
        }
    }

    private static string SimpleName(string type)
    {
        var name = type.Substring(type.LastIndexOf('.') + 1);
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name.Substring(0, tick);
    }

    /// <summary>What a namespace is known by whose types are called like anything else: its last part that is no common word.</summary>
    private static string SpokenName(string space)
    {
        var parts = space.Split('.');
        return Array.FindLast(parts, part => !CommonNames.Contains(part)) ?? parts[parts.Length - 1];
    }

    private static string Namespace(string type) => type.LastIndexOf('.') is var dot and > 0 ? type.Substring(0, dot) : "";
}
