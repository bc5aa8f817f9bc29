using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Who says a message, and which parameters take what is said.</summary>
internal static class Speakers
{
    /// <summary>Members that name the speaker whose words are instructions.</summary>
    private static readonly ImmutableHashSet<string> Instructors = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Microsoft.Extensions.AI.ChatRole.System",
        "Microsoft.SemanticKernel.ChatCompletion.AuthorRole.System",
        "Microsoft.SemanticKernel.ChatCompletion.AuthorRole.Developer",
        "Azure.AI.Inference.ChatRole.System",
        "Azure.AI.Inference.ChatRole.Developer",
        "OllamaSharp.Models.Chat.ChatRole.System",
        "LLama.Common.AuthorRole.System",
        "Mistral.SDK.DTOs.ChatMessage.RoleEnum.System");

    private static readonly ImmutableHashSet<string> PromptNames = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "prompt", "promptTemplate", "message", "messages", "chatMessage", "input", "inputs", "text", "content", "question", "query", "request", "instruction",
        "instructions", "system", "systemPrompt", "systemMessage", "userPrompt", "userMessage", "userInput");

    /// <summary>True for the role of the system or developer, by its member or by its constant name.</summary>
    public static bool IsInstructor(IOperation speaker) => Variables.Below(speaker) switch
    {
        IMemberReferenceOperation { Member: var member } => Instructors.Contains(Types.FullName(member.ContainingType) + "." + member.Name),
        IObjectCreationOperation { Type.Name: "ChatRole" or "AuthorRole", Arguments: { Length: 1 } arguments } => IsName(arguments[0].Value),
        var plain => IsName(plain),
    };

    public static bool NamesPrompt(string parameter) => PromptNames.Contains(parameter);

    private static bool IsName(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: "system" or "developer" };
}
