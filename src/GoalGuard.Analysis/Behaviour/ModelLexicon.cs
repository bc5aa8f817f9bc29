namespace GoalGuard.Analysis.Behaviour;

/// <summary>The words by which types of unknown libraries are taken for language models, as data.</summary>
internal static class ModelLexicon
{
    /// <summary>A type whose name holds one of these, as whole words of the name, stands for a language model.</summary>
    public static readonly ImmutableArray<string> ModelWords = ImmutableArray.Create(
        "Llm", "LanguageModel", "ChatClient", "ChatCompletion", "ChatCompletions", "ChatModel", "TextGeneration", "TextCompletion", "CompletionClient", "CompletionService",
        "ChatGpt", "Gpt", "OpenAI", "OpenAi", "AzureOpenAI", "Claude", "Anthropic", "Gemini", "Ollama", "Mistral", "Llama", "DeepSeek", "Bedrock", "Copilot",
        "GenerativeModel", "GenerativeAi", "AiClient", "AiService", "AIClient", "AIService", "AiAgent", "AIAgent", "AiModel", "AIModel", "LargeLanguageModel");

    /// <summary>A type whose name holds one of these carries prompts or answers.</summary>
    private static readonly ImmutableArray<string> MessageWords = ImmutableArray.Create(
        "Message", "Messages", "Prompt", "Conversation", "ChatHistory", "ChatRequest", "CompletionRequest", "ChatResponse", "CompletionResponse", "Completion", "Response", "Reply", "Answer", "Dialog", "RoleDialogModel");

    public static bool NamesModel(string name) => ModelWords.Any(word => Holds(name, word));

    public static bool NamesMessage(string name) => MessageWords.Any(word => Holds(name, word));

    /// <summary>True if the word stands in the name between two word boundaries: <c>ILlmService</c> holds <c>Llm</c>, <c>Llmnop</c> does not.</summary>
    private static bool Holds(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var startsWord = at == 0 || !char.IsUpper(name[at - 1]) || (at == 1 && name[0] == 'I') || char.IsUpper(name[at]);
            if (startsWord && (end == name.Length || !char.IsLower(name[end])))
            {
                return true;
            }
        }

        return false;
    }
}
