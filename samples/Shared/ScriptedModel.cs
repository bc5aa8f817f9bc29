using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Samples.Shared;

/// <summary>
/// Stands in for a language model: answers each request with the next turn of a script, so that an agent runs offline
/// and always the same way. Prints what the model is told by its tools and what it answers.
/// </summary>
internal sealed class ScriptedModel(params AIContent[] turns) : IChatClient
{
    private int next;

    /// <summary>A turn in which the model answers in words.</summary>
    public static AIContent Says(string text) => new TextContent(text);

    /// <summary>A turn in which the model asks for a tool.</summary>
    public static AIContent Calls(string tool, params (string Name, object? Value)[] arguments) =>
        new FunctionCallContent(Guid.NewGuid().ToString("N"), tool, arguments.ToDictionary(a => a.Name, a => a.Value));

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        foreach (var result in messages.Last().Contents.OfType<FunctionResultContent>())
        {
            Console.WriteLine($"tool>  {result.Result?.ToString()?.Trim()}");
        }

        var turn = turns[next++];
        Console.WriteLine(turn is FunctionCallContent call
            ? $"model> {call.Name} {JsonSerializer.Serialize(call.Arguments)}"
            : $"model> {turn}");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [turn])));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
