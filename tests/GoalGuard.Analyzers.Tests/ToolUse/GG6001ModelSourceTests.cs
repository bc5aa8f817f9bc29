namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>The same act behind each library: what its calls return is model output.</summary>
public class GG6001ModelSourceTests
{
    [Fact]
    public Task OpenAI_chat() => Verify.ReportsAsync("""
        using OpenAI.Chat;
        class Agent
        {
            private readonly ChatClient _client = new("gpt-5", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));

            public async Task Step()
            {
                ChatCompletion completion = await _client.CompleteChatAsync("Next command?");
                Process.Start("bash", {|GG6001:"-c " + completion.Content[0].Text|});
            }
        }
        """);

    [Fact]
    public Task OpenAI_chat_through_its_result() => Verify.ReportsAsync("""
        using OpenAI.Chat;
        class Agent(ChatClient client)
        {
            public void Step()
            {
                var result = client.CompleteChat([new SystemChatMessage("You are a shell."), new UserChatMessage("Next?")]);
                var command = string.Concat(result.Value.Content.Select(part => part.Text));
                Process.Start("bash", {|GG6001:"-c " + command|});
            }
        }
        """);

    [Fact]
    public Task OpenAI_streaming() => Verify.ReportsAsync("""
        using System.Text;
        using OpenAI.Chat;
        class Agent(ChatClient client)
        {
            public async Task Step()
            {
                var text = new StringBuilder();
                await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync("Next command?"))
                {
                    foreach (var part in update.ContentUpdate)
                    {
                        text.Append(part.Text);
                    }
                }

                Process.Start("bash", {|GG6001:"-c " + text|});
            }
        }
        """);

    [Fact]
    public Task OpenAI_responses() => Verify.ReportsAsync("""
        #pragma warning disable OPENAI001
        using OpenAI.Responses;
        class Agent(ResponsesClient client)
        {
            public async Task Step()
            {
                ResponseResult response = await client.CreateResponseAsync("gpt-5", "Next command?");
                Process.Start("bash", {|GG6001:"-c " + response.GetOutputText()|});
            }
        }
        """);

    [Fact]
    public Task Semantic_Kernel_prompt() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        class Agent(Kernel kernel)
        {
            public async Task Step(string goal)
            {
                var result = await kernel.InvokePromptAsync("Give one shell command for: {{$goal}}", new KernelArguments { ["goal"] = goal });
                Process.Start("bash", {|GG6001:$"-c \"{result.GetValue<string>()}\""|});
            }
        }
        """);

    [Fact]
    public Task Semantic_Kernel_chat_completion() => Verify.ReportsAsync("""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        class Agent(Kernel kernel)
        {
            public async Task Step(ChatHistory history)
            {
                var chat = kernel.GetRequiredService<IChatCompletionService>();
                var reply = await chat.GetChatMessageContentAsync(history, kernel: kernel);
                history.Add(reply);
                Process.Start("bash", {|GG6001:"-c " + reply.Content|});
            }
        }
        """);

    [Fact]
    public Task Semantic_Kernel_streaming() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        class Agent(IChatCompletionService chat)
        {
            public async Task Step(ChatHistory history)
            {
                var text = "";
                await foreach (var chunk in chat.GetStreamingChatMessageContentsAsync(history))
                {
                    text += chunk.Content;
                }

                Process.Start("bash", {|GG6001:"-c " + text|});
            }
        }
        """);

    [Fact]
    public Task Agent_Framework() => Verify.ReportsAsync("""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        class Operator
        {
            private readonly AIAgent _agent;

            public Operator(IChatClient client) => _agent = new ChatClientAgent(client, instructions: "You operate a build server.");

            public async Task Step()
            {
                var response = await _agent.RunAsync("Next command?");
                Process.Start("bash", {|GG6001:"-c " + response.Text|});
            }
        }
        """);

    [Fact]
    public Task Agent_Framework_streaming() => Verify.ReportsAsync("""
        using Microsoft.Agents.AI;
        class Operator(AIAgent agent)
        {
            public async Task Step()
            {
                var parts = new List<string>();
                await foreach (var update in agent.RunStreamingAsync("Next command?"))
                {
                    parts.Add(update.Text);
                }

                Process.Start("bash", {|GG6001:"-c " + string.Concat(parts)|});
            }
        }
        """);

    [Fact]
    public Task Anthropic() => Verify.ReportsAsync("""
        using Anthropic;
        using Anthropic.Models.Messages;
        class Agent
        {
            private readonly AnthropicClient _client = new();

            public async Task Step()
            {
                var message = await _client.Messages.Create(new MessageCreateParams
                {
                    Model = "claude-sonnet-4-5",
                    MaxTokens = 1024,
                    Messages = [new UserMessageParam("Next command?")],
                });
                foreach (var block in message.Content)
                {
                    if (block.TryPickText(out var text))
                    {
                        Process.Start("bash", {|GG6001:"-c " + text.Text|});
                    }
                }
            }
        }
        """);

    [Fact]
    public Task OllamaSharp_generate() => Verify.ReportsAsync("""
        using OllamaSharp;
        class Agent
        {
            private readonly OllamaApiClient _ollama = new("http://localhost:11434", "qwen3");

            public async Task Step()
            {
                var command = "";
                await foreach (var part in _ollama.GenerateAsync("Next command?"))
                {
                    command += part?.Response;
                }

                Process.Start("bash", {|GG6001:"-c " + command|});
            }
        }
        """);

    [Fact]
    public Task OllamaSharp_chat() => Verify.ReportsAsync("""
        using OllamaSharp;
        class Agent(OllamaApiClient ollama)
        {
            public async Task Step()
            {
                var chat = new Chat(ollama, "You are a shell.");
                await foreach (var token in chat.SendAsync("Next command?"))
                {
                    Process.Start("bash", {|GG6001:"-c " + token|});
                }
            }
        }
        """);

    [Fact]
    public Task Mcp_sampling() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class Tools
        {
            [McpServerTool]
            public static async Task Tidy(McpServer server)
            {
                var response = await server.AsSamplingChatClient().GetResponseAsync("Which command tidies up?");
                Process.Start("bash", {|GG6001:"-c " + response.Text|});
            }
        }
        """);
}
