namespace GoalGuard.Analysis.Knowledge;

/// <summary>What a symbol outside the analysed code means. The README of this folder says what each role is for.</summary>
public enum Role
{
    /// <summary>Returns text or data that a language model generated.</summary>
    ModelCall,

    /// <summary>Reads generated text or data out of a response object.</summary>
    ModelOutputMember,

    /// <summary>Reads name or arguments out of a tool call that a model made: always a source of its own.</summary>
    ToolArguments,

    /// <summary>Makes, from a client library's settings, something that calls models.</summary>
    ModelClient,

    /// <summary>Turns text into numbers that nobody reads: looks like a model call, gives no text.</summary>
    Embedding,

    /// <summary>Makes a tool: an attribute, or a factory whose place names the delegate.</summary>
    ToolDefinition,

    /// <summary>Hands tools to a model.</summary>
    ToolGrant,

    /// <summary>A tool that the provider runs.</summary>
    HostedTool,

    /// <summary>Switches automatic tool invocation on.</summary>
    AutoInvoke,

    /// <summary>Asks a person, or makes a framework ask, before something happens.</summary>
    Approval,

    /// <summary>Limits rounds of tool calls or agent turns.</summary>
    IterationLimit,

    /// <summary>Text that becomes part of a prompt.</summary>
    PromptInput,

    /// <summary>Text that becomes instructions.</summary>
    SystemPrompt,

    /// <summary>An object that remembers what was said.</summary>
    Conversation,

    /// <summary>Stores text for later prompts.</summary>
    Memory,

    /// <summary>Runs or connects agents.</summary>
    AgentOrchestration,

    /// <summary>Talks to tools of another process.</summary>
    McpClient,

    /// <summary>Text whose author may be an attacker.</summary>
    UntrustedInput,

    /// <summary>Creates a fine-tuning job, or is part of its description.</summary>
    FineTune,

    /// <summary>Scores model output for training.</summary>
    Grader,

    /// <summary>Measures model output without training on it.</summary>
    Evaluation,

    /// <summary>Trains a model in this process.</summary>
    LocalTraining,

    /// <summary>Settings that isolate what runs.</summary>
    Sandbox,

    /// <summary>Checks or rebuilds a value so that it cannot do harm.</summary>
    Sanitizer,

    /// <summary>Passes data through. A <c>flow</c> line says from where to where; the role alone says: from all inputs to the result.</summary>
    Propagator,

    /// <summary>Chooses among many.</summary>
    Selection,

    /// <summary>Says how something went that was tried: how a process ended, whether code compiled.</summary>
    Measurement,

    /// <summary>Acts on the world in a way that no effect below names.</summary>
    Act,

    /// <summary>Writes to the input of a process, which may be an interpreter.</summary>
    Pipe,

    EffectProcess,
    EffectCode,
    EffectNative,
    EffectFileWrite,
    EffectFileDelete,
    EffectFileRead,
    EffectNetwork,
    EffectSql,
    EffectReflection,
    EffectBrowser,
    EffectContainer,
    EffectKubernetes,
    EffectCloud,
    EffectRemoteShell,
    EffectGit,
    EffectEmail,
    EffectPayment,
    EffectRegistry,
    EffectEnvironment,
    EffectTool,

    /// <summary>Changes services, scheduled tasks or power of the machine, or uses its keyboard and mouse.</summary>
    EffectMachine,
}
