using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Index;

/// <summary>The gate words of one knowledge base.</summary>
/// <param name="Calls">Model calls and what describes training: such a member may return it, so its name counts in turn.</param>
/// <param name="Inputs">Where a model's words come in from outside: tools and tool calls.</param>
/// <param name="Called">The members that, as is stated, a model calls.</param>
/// <param name="Endpoints">Posts, which are model calls in a tree that names a completion endpoint.</param>
/// <param name="Acts">What acts.</param>
/// <param name="Numbers">What acts on a number that was chosen: an amount, a process, a place on the screen.</param>
/// <param name="Asks">What asks a person.</param>
/// <param name="Factories">What makes a tool of a method.</param>
/// <param name="Makers">The same, and what lists the tools of a server or describes one.</param>
/// <param name="Settings">The properties by which tools are handed to a model.</param>
/// <param name="Grants">The calls that hand tools to a model, or make them on the way.</param>
/// <param name="Hints">What says of a tool that it changes nothing.</param>
/// <param name="Edges">What connects steps to a graph.</param>
/// <param name="Switches">What may switch a precaution off.</param>
/// <param name="Filters">What stands between a model and its tools; made when it is first asked for.</param>
/// <param name="Effects">What has an effect of any kind, whether or not a flow rule is about it; made when reach is first asked for.</param>
public sealed record Gates(
    GateWords Calls, GateWords Inputs, GateWords Called, GateWords Endpoints, GateWords Acts, GateWords Numbers, GateWords Asks, GateWords Factories, GateWords Makers, GateWords Settings, GateWords Grants,
    GateWords Hints, GateWords Edges, GateWords Switches, Lazy<GateWords> Filters, Lazy<GateWords> Effects)
{
    private static readonly ConditionalWeakTable<KnowledgeBase, Gates> Known = new();

    private readonly ConditionalWeakTable<TreeIndex, GateHits> _hits = new();
    private readonly ConditionalWeakTable<TreeIndex, StrongBox<ImmutableArray<int>>> _effects = new();
    private readonly ConditionalWeakTable<TreeIndex, StrongBox<ImmutableArray<int>>> _switches = new();
    private readonly NameReach.Cache _acts = new();
    private readonly NameReach.Cache _asks = new();
    private readonly NameReach.Cache _toolMakers = new();

    /// <summary>Where a model's words may meet acts, in the programs that were asked about last.</summary>
    internal Sketches.DrawnCache<Sketches.Reached> Meetings { get; } = new();

    /// <summary>Everything that a model's words may reach, likewise.</summary>
    internal Sketches.DrawnCache<Sketches.Reached> Reach { get; } = new();

    /// <summary>Who asks a model, likewise.</summary>
    internal Sketches.DrawnCache<Sketches.Askers> Askers { get; } = new();

    public static Gates Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, Make);

    /// <summary>The members of a tree that mention words of these gates; kept as long as the tree's index is.</summary>
    public GateHits HitsOf(TreeIndex tree) => _hits.TryGetValue(tree, out var known) ? known : _hits.GetValue(tree, made => GateHits.Of(made, this));

    /// <summary>The members of a tree that, by names, have an effect of any kind themselves; kept like the hits of the other gates, but looked for on demand.</summary>
    internal ImmutableArray<int> EffectsIn(TreeIndex tree) =>
        _effects.GetValue(tree, made => new StrongBox<ImmutableArray<int>>(GateHits.Where(made, member => Effects.Value.AreIn(member, made)))).Value;

    /// <summary>The members of a tree that may switch a precaution off; most trees have none.</summary>
    internal ImmutableArray<int> SwitchesIn(TreeIndex tree) => _switches.GetValue(
        tree, made => new StrongBox<ImmutableArray<int>>(
            Switches.AreIn(made) || SwitchTexts.MayBeIn(made) ? GateHits.Where(made, member => Switches.AreIn(member, made) || SwitchTexts.MayBeIn(member, made)) : ImmutableArray<int>.Empty)).Value;

    /// <summary>The members of a program that may act; kept over edits that do not change the answer.</summary>
    internal NameReach ActsOf(ImmutableArray<TreeIndex> trees) => _acts.Of(trees, tree => HitsOf(tree).Acts);

    /// <summary>The members of a program that may ask a person; kept like those that act.</summary>
    internal NameReach AsksOf(ImmutableArray<TreeIndex> trees) => _asks.Of(trees, tree => HitsOf(tree).Asks);

    /// <summary>The members of a program that may make tools; kept like those that act.</summary>
    internal NameReach ToolMakersOf(ImmutableArray<TreeIndex> trees) => _toolMakers.Of(trees, tree => HitsOf(tree).Makers);

    private static bool IsMaker(RoleEntry entry) =>
        Behaviour.Tools.IsFactory(entry) || Behaviour.Grants.RemoteServers.IsListing(entry) || Behaviour.Grants.HostedServers.Is(entry) || Behaviour.Grants.ToolObjects.IsDeclaration(entry);

    /// <summary>A library's responses are met near its calls; what a user says holds a model's words may be all that a program sees of it.</summary>
    private static bool IsSource(RoleEntry entry) => entry.Role switch
    {
        Role.Grader => true,
        Role.ModelCall => entry.When is null,
        Role.ModelOutputMember => KnowledgeBase.IsStated(entry),
        _ => false,
    };

    /// <summary>An attribute on a tool, a factory that takes a delegate, or the member that a tool's type overrides.</summary>
    private static bool IsToolMark(RoleEntry entry) =>
        entry.Role == Role.ToolDefinition
        && (entry.Place is { Root: PlaceRoot.Argument } && entry.Note is null
            || (entry.Symbol.Member is null && entry.Symbol.Type.EndsWith("Attribute", StringComparison.Ordinal)));

    /// <summary>The acts that rules are about; others are looked for when a rule is. Of what happens outside, only what performs it: payload is counted there.</summary>
    public static bool IsActed(RoleEntry entry) =>
        entry.Role is Role.EffectProcess or Role.Pipe or Role.EffectFileWrite or Role.EffectFileDelete or Role.EffectNetwork or Role.FineTune
            or Role.EffectSql or Role.EffectCode or Role.EffectNative or Role.EffectReflection or Role.EffectBrowser or Role.EffectTool
            or Role.EffectRegistry or Role.EffectEnvironment
        || Behaviour.ReadFiles.Is(entry) || Behaviour.OutsideActs.Is(entry) || Behaviour.Protections.IsSetting(entry);

    private static Gates Make(KnowledgeBase knowledge) => new(
        GateWords.Of(knowledge.Entries(IsSource), _ => false,
            knowledge.Entries(entry => entry.Role == Role.ModelClient), "reinforcement"),
        GateWords.Of(
            knowledge.Entries(entry => entry.Role == Role.ToolArguments || IsToolMark(entry)),
            entry => entry.Symbol.Member is not "InvokeCoreAsync"),
        GateWords.Of(knowledge.Entries(entry => entry is { Role: Role.ToolDefinition, Note: ToolNotes.Called }), _ => false),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.ModelCall && entry.When is not null), _ => false),
        GateWords.Of(
            knowledge.Entries(entry => IsActed(entry) && (entry.When is null || entry.Role is not (Role.EffectCode or Role.EffectNative or Role.EffectReflection))
                && !(entry is { Role: Role.EffectReflection, Place: null, Symbol.Member: { } lookUp } && CommonNames.Contains(lookUp))),
            _ => false, Behaviour.ToolLexicon.DispatchNames.Append(Behaviour.Protections.ToolCollection).ToArray()),
        GateWords.Of(knowledge.Entries(Behaviour.OutsideActs.CountsNumbers), _ => false),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.Approval), _ => false, "ReadLine", "ReadKey"),
        GateWords.Of(knowledge.Entries(Behaviour.Tools.IsFactory), entry => entry.Symbol.Member == "Create"),
        GateWords.Of(knowledge.Entries(IsMaker), entry => entry.Symbol.Member == "Create" || entry.Place?.Root == PlaceRoot.Value),
        GateWords.Of(knowledge.Entries(entry => entry is { Role: Role.ToolGrant, Place.Root: PlaceRoot.Value }), _ => false),
        GateWords.Of(knowledge.Entries(entry => entry.Role == Role.ToolGrant && entry.Place?.Root != PlaceRoot.Value), _ => false),
        GateWords.Of(knowledge.Entries(Behaviour.Grants.DenyingHint.IsHint), _ => false),
        GateWords.Of(knowledge.Entries(Behaviour.Workflows.WorkflowEdge.IsEdge), _ => false, Behaviour.Workflows.WorkflowEdge.OwnNames.ToArray()),
        GateWords.Of(knowledge.Entries(Behaviour.Switches.SwitchEntries.Is), _ => false),
        new(() => GateWords.Of(
            knowledge.Entries(entry => entry is { Role: Role.Approval, Note: "filter" }), entry => entry.Symbol.Type.EndsWith("Context", StringComparison.Ordinal))),
        new(() => GateWords.Of(knowledge.Entries(Behaviour.Reach.EffectEntries.Performs), _ => false)));
}
