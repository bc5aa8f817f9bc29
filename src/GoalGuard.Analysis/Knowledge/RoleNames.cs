using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>The words that *.models files use for roles.</summary>
public static class RoleNames
{
    /// <summary>Word → role, as written in a models file.</summary>
    public static readonly ImmutableDictionary<string, Role> ByName = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["model-call"] = Role.ModelCall,
        ["model-output-member"] = Role.ModelOutputMember,
        ["tool-arguments"] = Role.ToolArguments,
        ["model-client"] = Role.ModelClient,
        ["embedding"] = Role.Embedding,
        ["tool-definition"] = Role.ToolDefinition,
        ["tool-grant"] = Role.ToolGrant,
        ["hosted-tool"] = Role.HostedTool,
        ["auto-invoke"] = Role.AutoInvoke,
        ["approval"] = Role.Approval,
        ["iteration-limit"] = Role.IterationLimit,
        ["prompt-input"] = Role.PromptInput,
        ["system-prompt"] = Role.SystemPrompt,
        ["conversation"] = Role.Conversation,
        ["memory"] = Role.Memory,
        ["agent-orchestration"] = Role.AgentOrchestration,
        ["mcp-client"] = Role.McpClient,
        ["untrusted-input"] = Role.UntrustedInput,
        ["fine-tune"] = Role.FineTune,
        ["grader"] = Role.Grader,
        ["eval"] = Role.Evaluation,
        ["local-training"] = Role.LocalTraining,
        ["sandbox"] = Role.Sandbox,
        ["sanitizer"] = Role.Sanitizer,
        ["propagator"] = Role.Propagator,
        ["selection"] = Role.Selection,
        ["measurement"] = Role.Measurement,
        ["act"] = Role.Act,
        ["pipe"] = Role.Pipe,
        ["effect:process"] = Role.EffectProcess,
        ["effect:code-eval"] = Role.EffectCode,
        ["effect:native"] = Role.EffectNative,
        ["effect:file-write"] = Role.EffectFileWrite,
        ["effect:file-delete"] = Role.EffectFileDelete,
        ["effect:file-read"] = Role.EffectFileRead,
        ["effect:network"] = Role.EffectNetwork,
        ["effect:sql"] = Role.EffectSql,
        ["effect:reflection"] = Role.EffectReflection,
        ["effect:browser"] = Role.EffectBrowser,
        ["effect:container"] = Role.EffectContainer,
        ["effect:k8s"] = Role.EffectKubernetes,
        ["effect:cloud"] = Role.EffectCloud,
        ["effect:remote-shell"] = Role.EffectRemoteShell,
        ["effect:git"] = Role.EffectGit,
        ["effect:email"] = Role.EffectEmail,
        ["effect:payment"] = Role.EffectPayment,
        ["effect:registry"] = Role.EffectRegistry,
        ["effect:env"] = Role.EffectEnvironment,
        ["effect:tool"] = Role.EffectTool,
        ["effect:machine"] = Role.EffectMachine,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Role → word.</summary>
    public static readonly ImmutableDictionary<Role, string> OfRole = ByName.ToImmutableDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>True for every role whose word starts with <c>effect:</c>.</summary>
    public static bool IsEffect(this Role role) => role >= Role.EffectProcess;
}
