namespace GoalGuard.Analysis.Index;

/// <summary>The members of one tree that mention a word of each gate, by position. Made once per tree and set of gates.</summary>
public sealed class GateHits
{
    private GateHits(
        ImmutableArray<int> models, ImmutableArray<int> sources, ImmutableArray<int> acts, ImmutableArray<int> asks, ImmutableArray<int> factories,
        ImmutableArray<int> makers, ImmutableArray<int> settings, ImmutableArray<int> grants,
        ImmutableArray<int> hints, ImmutableArray<int> edges, bool countsNumbers)
    {
        CountsNumbers = countsNumbers;
        Models = models;
        Sources = sources;
        Acts = acts;
        Asks = asks;
        Factories = factories;
        Makers = makers;
        Settings = settings;
        Grants = grants;
        Hints = hints;
        Edges = edges;
    }

    /// <summary>Members that may ask a model.</summary>
    public ImmutableArray<int> Models { get; }

    /// <summary>Members where a model's words may come in: those that may ask one, and its tools.</summary>
    public ImmutableArray<int> Sources { get; }

    /// <summary>Members that may act.</summary>
    public ImmutableArray<int> Acts { get; }

    /// <summary>Members that may ask a person.</summary>
    public ImmutableArray<int> Asks { get; }

    /// <summary>Members that may hand a method to a factory of tools.</summary>
    public ImmutableArray<int> Factories { get; }

    /// <summary>Members that may make tools, or list those of a server.</summary>
    public ImmutableArray<int> Makers { get; }

    /// <summary>Members that may say of a tool that it changes nothing.</summary>
    public ImmutableArray<int> Hints { get; }

    /// <summary>Members that may set the tools of a model.</summary>
    public ImmutableArray<int> Settings { get; }

    /// <summary>Members that may hand tools to a model by a call.</summary>
    public ImmutableArray<int> Grants { get; }

    /// <summary>Members that may connect steps to a graph.</summary>
    public ImmutableArray<int> Edges { get; }

    /// <summary>True if some member may act on a number that was chosen.</summary>
    public bool CountsNumbers { get; }

    public bool SameAs(GateHits other) =>
        Models.SequenceEqual(other.Models) && Sources.SequenceEqual(other.Sources) && Acts.SequenceEqual(other.Acts) && Asks.SequenceEqual(other.Asks)
        && Factories.SequenceEqual(other.Factories)
        && Makers.SequenceEqual(other.Makers) && Settings.SequenceEqual(other.Settings) && Grants.SequenceEqual(other.Grants)
        && Hints.SequenceEqual(other.Hints) && Edges.SequenceEqual(other.Edges) && CountsNumbers == other.CountsNumbers;

    internal static GateHits Of(TreeIndex tree, Gates gates) => new(
        Where(tree, member => AsksModel(member, tree, gates)),
        Where(tree, member => AsksModel(member, tree, gates) || gates.Inputs.AreIn(member, tree) || gates.Inputs.AreOverriddenBy(member, tree)
            || gates.Called.Name(member, tree)),
        Where(tree, member => gates.Acts.AreIn(member, tree)),
        Where(tree, member => gates.Asks.AreIn(member, tree)),
        Where(tree, member => gates.Factories.AreIn(member, tree)),
        Where(tree, member => gates.Makers.AreIn(member, tree)),
        Where(tree, member => gates.Settings.AreIn(member, tree)),
        Where(tree, member => gates.Grants.AreIn(member, tree)),
        Where(tree, member => gates.Hints.AreIn(member, tree)),
        Where(tree, member => gates.Edges.AreIn(member, tree)),
        tree.Members.Any(member => gates.Numbers.AreIn(member, tree)));

    private static bool AsksModel(MemberIndex member, TreeIndex tree, Gates gates) =>
        gates.Calls.AreIn(member, tree) || (tree.HasEndpoint && gates.Endpoints.AreIn(member, tree));

    internal static ImmutableArray<int> Where(TreeIndex tree, Func<MemberIndex, bool> hits)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < tree.Members.Length; i++)
        {
            if (hits(tree.Members[i]))
            {
                found.Add(i);
            }
        }

        return found.ToImmutable();
    }
}
