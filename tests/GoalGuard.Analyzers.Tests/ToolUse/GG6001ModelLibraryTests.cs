namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Model libraries that are known from public source: what they answer, and what a model wrote into their tool calls.</summary>
public class GG6001ModelLibraryTests
{
    private static Task ReportsAsync(string assembly, string library, string program) =>
        Verify.ReportsAsync(new TestProgram(program) { References = DeclaredLibrary.Beside(assembly, library) });

    [Fact]
    public Task Mistral() => ReportsAsync(
        "Mistral.SDK",
        """
        namespace Mistral.SDK { public class MistralClient { public Completions.CompletionsEndpoint Completions { get; } } }
        namespace Mistral.SDK.Completions { public class CompletionsEndpoint { public Task<DTOs.ChatCompletionResponse> GetCompletionAsync(DTOs.ChatCompletionRequest request) => null; } }
        namespace Mistral.SDK.DTOs
        {
            public class ChatCompletionRequest { }
            public class ChatCompletionResponse { public List<Choice> Choices { get; set; } }
            public class Choice { public ChatMessage Message { get; set; } }
            public class ChatMessage { public string Content { get; set; } }
            public class ToolCall { public ToolCallParameter Function { get; set; } }
            public class ToolCallParameter { public string Name { get; set; } public object Arguments { get; set; } }
        }
        """,
        """
        using Mistral.SDK;
        using Mistral.SDK.DTOs;
        class Agent(MistralClient client)
        {
            public async Task Run(ChatCompletionRequest request)
            {
                var response = await client.Completions.GetCompletionAsync(request);
                Process.Start({|GG6001:response.Choices[0].Message.Content|});
            }

            public void Dispatch(ToolCall call) => Process.Start("bash", {|GG6001:"-c " + call.Function.Arguments|});
        }
        """);

    [Fact]
    public Task Gemini() => ReportsAsync(
        "Google.GenAI",
        """
        namespace Google.GenAI { public class Client { public Models Models { get; } } public class Models { public Task<Types.GenerateContentResponse> GenerateContentAsync(string model, string contents) => null; } }
        namespace Google.GenAI.Types
        {
            public class GenerateContentResponse { public List<Candidate> Candidates { get; set; } }
            public class Candidate { public Content Content { get; set; } }
            public class Content { public List<Part> Parts { get; set; } }
            public class Part { public string Text { get; set; } public FunctionCall FunctionCall { get; set; } }
            public class FunctionCall { public string Name { get; set; } public Dictionary<string, object> Args { get; set; } }
        }
        """,
        """
        using Google.GenAI;
        using Google.GenAI.Types;
        class Agent(Client client)
        {
            public async Task Run(string question)
            {
                var response = await client.Models.GenerateContentAsync("gemini", question);
                Process.Start({|GG6001:response.Candidates[0].Content.Parts[0].Text|});
            }

            public void Dispatch(FunctionCall call) => Process.Start("bash", {|GG6001:"-c " + call.Args["command"]|});
        }
        """);

    [Fact]
    public Task Bedrock() => ReportsAsync(
        "AWSSDK.BedrockRuntime",
        """
        namespace Amazon.BedrockRuntime
        {
            public interface IAmazonBedrockRuntime
            {
                Task<Model.ConverseResponse> ConverseAsync(Model.ConverseRequest request);
                Task<Model.InvokeModelResponse> InvokeModelAsync(Model.InvokeModelRequest request);
            }
        }

        namespace Amazon.BedrockRuntime.Model
        {
            public class ConverseRequest { }
            public class InvokeModelRequest { }
            public class InvokeModelResponse { public MemoryStream Body { get; set; } }
            public class ConverseResponse { public ConverseOutput Output { get; set; } }
            public class ConverseOutput { public Message Message { get; set; } }
            public class Message { public List<ContentBlock> Content { get; set; } }
            public class ContentBlock { public string Text { get; set; } public ToolUseBlock ToolUse { get; set; } }
            public class ToolUseBlock { public string Name { get; set; } public object Input { get; set; } }
        }
        """,
        """
        using Amazon.BedrockRuntime;
        using Amazon.BedrockRuntime.Model;
        class Agent(IAmazonBedrockRuntime runtime)
        {
            public async Task Run(ConverseRequest request)
            {
                var response = await runtime.ConverseAsync(request);
                Process.Start({|GG6001:response.Output.Message.Content[0].Text|});
            }

            public async Task Raw(InvokeModelRequest request)
            {
                var response = await runtime.InvokeModelAsync(request);
                using var reader = new StreamReader(response.Body);
                Process.Start({|GG6001:await reader.ReadToEndAsync()|});
            }

            public void Dispatch(ToolUseBlock call) => Process.Start("bash", {|GG6001:"-c " + call.Input|});
        }
        """);

    [Fact]
    public Task LLamaSharp() => ReportsAsync(
        "LLamaSharp",
        """
        namespace LLama { public class ChatSession { public IAsyncEnumerable<string> ChatAsync(string message) => null; } }
        """,
        """
        using LLama;
        class Agent(ChatSession session)
        {
            public async Task Run(string question)
            {
                var text = "";
                await foreach (var part in session.ChatAsync(question))
                {
                    text += part;
                }

                Process.Start({|GG6001:text|});
            }
        }
        """);

    [Fact]
    public Task Azure_inference() => ReportsAsync(
        "Azure.AI.Inference",
        """
        namespace Azure { public class Response<T> { public T Value { get; } } }
        namespace Azure.AI.Inference
        {
            public class ChatCompletionsOptions { }
            public class ChatCompletionsClient { public Azure.Response<ChatCompletions> Complete(ChatCompletionsOptions options) => null; }
            public class ChatCompletions { public string Content { get; } public IReadOnlyList<ChatCompletionsToolCall> ToolCalls { get; } }
            public class ChatCompletionsToolCall { public string Name { get; } public string Arguments { get; } }
        }
        """,
        """
        using Azure.AI.Inference;
        class Agent(ChatCompletionsClient client)
        {
            public void Run(ChatCompletionsOptions options) => Process.Start({|GG6001:client.Complete(options).Value.Content|});

            public void Dispatch(ChatCompletionsToolCall call) => Process.Start("bash", {|GG6001:"-c " + call.Arguments|});
        }
        """);

    [Fact]
    public Task Betalgo() => ReportsAsync(
        "Betalgo.Ranul.OpenAI",
        """
        namespace Betalgo.Ranul.OpenAI.Interfaces { public interface IChatCompletionService { Task<ObjectModels.ResponseModels.ChatCompletionCreateResponse> CreateCompletion(string request); } }
        namespace Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels { public class ChatCompletionCreateResponse { public List<SharedModels.ChatChoiceResponse> Choices { get; set; } } }
        namespace Betalgo.Ranul.OpenAI.ObjectModels.SharedModels { public class ChatChoiceResponse { public RequestModels.ChatMessage Message { get; set; } } }
        namespace Betalgo.Ranul.OpenAI.ObjectModels.RequestModels
        {
            public class ChatMessage { public string Content { get; set; } }
            public class FunctionCall { public string Name { get; set; } public string Arguments { get; set; } public Dictionary<string, object> ParseArguments() => null; }
        }
        """,
        """
        using Betalgo.Ranul.OpenAI.Interfaces;
        using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
        class Agent(IChatCompletionService service)
        {
            public async Task Run(string request)
            {
                var response = await service.CreateCompletion(request);
                Process.Start({|GG6001:response.Choices[0].Message.Content|});
            }

            public void Dispatch(FunctionCall call) => Process.Start("bash", {|GG6001:"-c " + call.ParseArguments()["command"]|});
        }
        """);
}
