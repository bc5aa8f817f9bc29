

namespace GoalGuard.Analyzers;

/// <summary>
/// The rules as a table. A level is a claim: W (warning) means at least nine in ten reports on real code are worth a reviewer's time.
/// Taxonomy ids carry their year; where nothing fits, none is invented.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor GG0003 = W("GG0003", Pathway.Governance,
        "GoalGuard file has a malformed line",
        "{0}; the rest of the file still counts");

    public static readonly DiagnosticDescriptor GG0004 = W("GG0004", Pathway.Governance,
        "Models entry names a symbol that does not exist",
        "'{0}' names nothing, although its assembly is referenced");

    public static readonly DiagnosticDescriptor GG0006 = I("GG0006", Pathway.Governance,
        "Analysis reached a limit",
        "{0}: the answer for this member is incomplete");

    public static readonly DiagnosticDescriptor GG0007 = I("GG0007", Pathway.Governance,
        "Inventory",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor GG1001 = W("GG1001", Pathway.Imitation,
        "Unbounded agent loop",
        "What {0} answers decides the next round, and {1} (imitation, pathway 1). Missing: a step budget, a deadline, a cancellation check or a person in each round.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2025:LLM10", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI08", "CWE-835");

    public static readonly DiagnosticDescriptor GG1002 = W("GG1002", Pathway.Imitation,
        "Iteration limit lifted",
        "{0} lifts the limit of rounds{1}{2}: what the model asks for is done again and again (imitation, pathway 1). Missing: a limit that suits the task.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2025:LLM10", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI08", "CWE-770");

    public static readonly DiagnosticDescriptor GG1004 = I("GG1004", Pathway.Imitation,
        "Agent spawns agents",
        "What {0} answers makes further agents ({1}), which stay or make agents themselves (imitation, pathway 1, open domain). Missing: a bound on their number or depth.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2025:LLM10", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI08", "CWE-674");

    public static readonly DiagnosticDescriptor GG4001 = W("GG4001", Pathway.RewardMaximisation,
        "Reinforcement fine-tuning job",
        "{0} creates a fine-tuning job whose method is reinforcement ({1}): training turns prediction towards reward (pathway 4). "
        + "Record who reviewed the reward and its grader.",
        "OWASP-LLM:2025:LLM04", "OWASP-LLM:2026:LLM05", "OWASP-ASI:2026:ASI10", "ATLAS:5.6.0:AML.T0031");

    public static readonly DiagnosticDescriptor GG5001 = W("GG5001", Pathway.OuterLoop,
        "Outer loop chooses an action",
        "{0} does what scored best among several candidates: {1}, rated by what {2} said (outer loop, pathway 5, {3} domain). Missing: an approval between the choice and the act.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI10", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG5002 = I("GG5002", Pathway.OuterLoop,
        "Best of several answers is taken",
        "{0} takes the best of several candidates: {1}, rated by what {2} said (outer loop, pathway 5, open domain). Nothing here acts on it; whoever does lets the score choose.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI10", "CWE-1426");

    public static readonly DiagnosticDescriptor GG5003 = W("GG5003", Pathway.OuterLoop,
        "Search over model-proposed actions",
        "What {0} proposes is searched: {1} scores it, the search {2}, {3}, and {4} (outer loop, pathway 5, open domain). Missing: an approval before the act, a budget of nodes or depth.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI01", "OWASP-ASI:2026:ASI10");

    public static readonly DiagnosticDescriptor GG5004 = W("GG5004", Pathway.OuterLoop,
        "Optimise-until loop",
        "What {0} proposes is optimised: {1} rates it and {2}, {3}, and {4} (outer loop, pathway 5, open domain). Missing: a budget of trials, a sandbox for them, an approval.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2025:LLM10", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI08", "OWASP-ASI:2026:ASI10");

    public static readonly DiagnosticDescriptor GG5005 = I("GG5005", Pathway.OuterLoop,
        "The model is the selector",
        "{0} says which of what it was shown is taken, and {1} does it (outer loop, pathway 5, open domain). Missing: an approval between the choice and the act.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02");

    public static readonly DiagnosticDescriptor GG6001 = W("GG6001", Pathway.ToolUse,
        "Model text reaches a process",
        "{0} reaches {1}{2}: text becomes a process (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI05", "CWE-78", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6002 = W("GG6002", Pathway.ToolUse,
        "Model text runs as code",
        "{0} reaches {1}{2}: text becomes code (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI05", "CWE-94", "CWE-95", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6003 = W("GG6003", Pathway.ToolUse,
        "Model text chooses which file is changed",
        "{0} reaches the path of {1}{2}: text changes files (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-22", "CWE-73", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6004 = W("GG6004", Pathway.ToolUse,
        "Model text chooses a network destination",
        "{0} reaches the address of {1}{2}: text chooses whom the program talks to (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-918", "CWE-1426", "ATLAS:5.6.0:AML.T0086");

    public static readonly DiagnosticDescriptor GG6005 = W("GG6005", Pathway.ToolUse,
        "Model text becomes a database statement",
        "{0} reaches the statement of {1}{2}: text becomes a statement (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-89", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6006 = W("GG6006", Pathway.ToolUse,
        "Model text chooses a member or type",
        "{0} reaches {1}{2}: text chooses which code runs (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-470", "CWE-502", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6007 = W("GG6007", Pathway.ToolUse,
        "Model text drives a browser",
        "{0} reaches {1}{2}: text drives a browser (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM05", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-94", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6008 = W("GG6008", Pathway.ToolUse,
        "Model text reaches an outside act that cannot be undone",
        "{0} reaches {1}{2}: text does something outside that cannot be undone (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "CWE-862", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6009 = I("GG6009", Pathway.ToolUse,
        "Model text chooses which file is read",
        "{0} reaches the path of {1}{2}, and what the file holds is shown to a model or sent (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM02", "OWASP-LLM:2026:LLM10", "OWASP-ASI:2026:ASI02", "CWE-22", "CWE-73", "CWE-200", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6010 = W("GG6010", Pathway.ToolUse,
        "Model text changes the machine",
        "{0} reaches {1}{2}: text changes the machine or uses its desktop (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "CWE-862", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6011 = W("GG6011", Pathway.ToolUse,
        "Model text inside a tool calls another tool",
        "{0} reaches {1}{2}: {5} (text to behaviour, {3} domain). Missing: {4}.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "CWE-862", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6020 = W("GG6020", Pathway.ToolUse,
        "Effectful tool granted without approval",
        "{0} can change things nobody is asked about ({1}; text to behaviour, {2} domain). Missing: {3}.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "OWASP-ASI:2026:ASI03", "CWE-862", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6021 = W("GG6021", Pathway.ToolUse,
        "Remote tools granted wholesale",
        "{0} go to a model through {1}, whatever they are{2} (text to behaviour, open domain). Missing: a list of the tools that are meant, or an approval of each.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2025:LLM03", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "OWASP-ASI:2026:ASI04", "CWE-829", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6022 = W("GG6022", Pathway.ToolUse,
        "Approval switched off",
        "{0} switches approval off{1}{2}: whatever the model asks for is done, and nobody is asked (text to behaviour, open domain). Missing: an approval that can say no.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "OWASP-ASI:2026:ASI03", "CWE-693", "CWE-862", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6023 = W("GG6023", Pathway.ToolUse,
        "Sandbox opened",
        "{0} opens the isolation{1}{2}: what the model has run reaches the machine (text to behaviour, open domain). Missing: a sandbox that mounts and shares nothing of the host.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI05", "CWE-250", "CWE-693", "ATLAS:5.6.0:AML.T0105");

    public static readonly DiagnosticDescriptor GG6024 = I("GG6024", Pathway.ToolUse,
        "Tool parameter is a free command",
        "Tool parameter '{0}' takes any text, says '{1}' and reaches {2} (text to behaviour, open domain). "
        + "Missing: an enum, a typed parameter, or a precaution before its use.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "CWE-20", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    public static readonly DiagnosticDescriptor GG6025 = W("GG6025", Pathway.ToolUse,
        "Guard that the model can switch off",
        "{0} decides whether {1} stands before {2}: what a model writes there switches it off (text to behaviour, open domain). "
        + "Missing: a guard that always stands there.",
        "OWASP-LLM:2025:LLM06", "OWASP-LLM:2026:LLM03", "OWASP-ASI:2026:ASI02", "CWE-807", "CWE-1426", "ATLAS:5.6.0:AML.T0053");

    /// <summary>Every rule, in the order of ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        GG0003, GG0004, GG0006, GG0007, GG1001, GG1002, GG1004, GG4001, GG5001, GG5002, GG5003, GG5004, GG5005, GG6001, GG6002, GG6003, GG6004, GG6005, GG6006,
        GG6007, GG6008, GG6009, GG6010, GG6011, GG6020, GG6021, GG6022, GG6023, GG6024, GG6025);

    /// <summary>The same rule out of reach of severities, <c>NoWarn</c> and the like: what a scan reports.</summary>
    public static DiagnosticDescriptor ForScan(DiagnosticDescriptor rule) => Scan[rule.Id];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Scan = All.ToImmutableDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, isEnabledByDefault: true, rule.Description, rule.HelpLinkUri,
            rule.CustomTags.Append(WellKnownDiagnosticTags.NotConfigurable).ToArray()));

    private static DiagnosticDescriptor W(string id, string pathway, string title, string message, params string[] taxonomy) =>
        Rule(id, pathway, title, message, DiagnosticSeverity.Warning, taxonomy);

    private static DiagnosticDescriptor I(string id, string pathway, string title, string message, params string[] taxonomy) =>
        Rule(id, pathway, title, message, DiagnosticSeverity.Info, taxonomy);

    private static DiagnosticDescriptor Rule(string id, string pathway, string title, string message, DiagnosticSeverity severity, string[] taxonomy) =>
        new(id, title, message, pathway, severity, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: taxonomy.Prepend(pathway).ToArray());

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/goalguard/goalguard/blob/main/docs/rules/{id}.md";
}
