using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>The words by which tool conventions of other projects and unknown packages are recognised, as data: what calls their members is out of sight.</summary>
internal static class ToolLexicon
{
    /// <summary>Words of a type's name that leave its meaning alone.</summary>
    private static readonly ImmutableHashSet<string> Qualifiers = ImmutableHashSet.Create(
        StringComparer.Ordinal, "I", "A", "Base", "Abstract", "Async", "Plugin", "Server", "Local", "Native", "Custom", "Typed", "Generic", "Chat", "Model", "Assistant",
        "Bot", "Mcp", "MCP", "Attribute", "Method", "Ai", "AI", "Llm", "LLM", "Gpt", "GPT", "Agent", "Agents", "Agentic");

    /// <summary>Qualifiers that say who calls it.</summary>
    private static readonly ImmutableHashSet<string> Callers =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Ai", "AI", "Llm", "LLM", "Gpt", "GPT", "Agent", "Agents", "Agentic");

    /// <summary>What is left of the name of a tool.</summary>
    private static readonly ImmutableHashSet<string> Heads = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Tool", "ToolHandler", "ToolExecutor", "ToolFunction", "ToolCallback", "FunctionTool", "FunctionCallback", "FunctionCallHandler", "ToolCallHandler");

    /// <summary>What is left of the name of a type that tells a model about one tool.</summary>
    private static readonly ImmutableHashSet<string> Descriptions = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToolMetadata", "ToolDefinition", "ToolDescription", "ToolDescriptor", "ToolAnnotations", "ToolSchema", "ToolSpec", "ToolSpecification", "ToolInfo",
        "FunctionDefinition", "FunctionDeclaration", "FunctionDescriptor", "FunctionSchema");

    /// <summary>What is left of the name of a tool if it says who calls it.</summary>
    private static readonly ImmutableHashSet<string> HeadsOfCallers = ImmutableHashSet.Create(StringComparer.Ordinal, "Function", "Skill", "Action", "Callable");

    /// <summary>The first word of what a tool is asked to do.</summary>
    private static readonly ImmutableHashSet<string> Verbs =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Execute", "Invoke", "Run", "Call", "Handle", "Perform");

    /// <summary>A word in the name of the member that holds what the model wrote, of a type that holds other things as well.</summary>
    private static readonly ImmutableHashSet<string> ArgumentWords =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Args", "Arguments", "Argument", "Parameters", "Params", "Input", "Inputs");

    /// <summary>Common names, by which a program without a model library is worth a look.</summary>
    private static readonly ImmutableHashSet<uint> CommonNames = new[]
    {
        "ITool", "IAgentTool", "IAiTool", "IAITool", "ILlmTool", "IMcpTool", "IChatTool", "ToolBase", "BaseTool", "AgentTool", "AgentToolBase", "IFunctionCallback", "IToolHandler",
        "IToolExecutor", "IFunctionTool", "IAgentFunction", "IAiFunction", "ILlmFunction", "IAgentSkill", "IAgentAction", "AiTool", "AITool", "LlmTool", "McpTool", "AiToolAttribute",
        "AiFunction", "LlmFunction", "AgentFunction", "ToolFunction",
    }.Select(Words.Hash).ToImmutableHashSet();

    /// <summary>Members that invoke a tool of which they are told the name.</summary>
    private static readonly ImmutableHashSet<string> Dispatchers =
        (from verb in Verbs from what in new[] { "Tool", "Function", "Skill" } from form in new[] { verb + what, verb + what + "Async" } select form).ToImmutableHashSet(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<uint> VerbNames =
        Verbs.SelectMany(verb => new[] { verb, verb + "Async", verb + "Tool", verb + "ToolAsync", verb + "Core", verb + "CoreAsync" }).Select(Words.Hash).ToImmutableHashSet();

    /// <summary>True for the name of a base type, interface or attribute of tools.</summary>
    public static bool NamesTool(string name)
    {
        var left = "";
        var saysCaller = false;
        foreach (var word in NameWords.Of(name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name))
        {
            saysCaller |= Callers.Contains(word);
            left += Qualifiers.Contains(word) ? "" : word;
        }

        return Heads.Contains(left) || (saysCaller && HeadsOfCallers.Contains(left));
    }

    /// <summary>True for the name of a type that tells a model about one tool: what has one is a tool, whatever it is called.</summary>
    public static bool DescribesTool(string name) => Descriptions.Contains(string.Concat(NameWords.Of(name).Where(word => !Qualifiers.Contains(word))));

    /// <summary>True for the name of the member that carries out a tool call.</summary>
    public static bool NamesExecution(string name) => NameWords.Of(name).FirstOrDefault() is { } first && Verbs.Contains(first);

    /// <summary>True for the name of a member that invokes a tool of which it is told the name.</summary>
    public static bool NamesDispatch(string name) => Dispatchers.Contains(name);

    /// <summary>The names of members that invoke a tool of which they are told the name.</summary>
    public static IEnumerable<string> DispatchNames => Dispatchers;

    /// <summary>True for the name of a member that holds a tool call's arguments.</summary>
    public static bool NamesArguments(string name) => NameWords.Of(name).Any(ArgumentWords.Contains);

    /// <summary>True for a word of source text that a convention is commonly called by.</summary>
    public static bool IsCommonName(uint word) => CommonNames.Contains(word);

    /// <summary>True for the name, as a word of source text, of a member that may carry out a tool call.</summary>
    public static bool MayNameExecution(uint name) => VerbNames.Contains(name);
}
