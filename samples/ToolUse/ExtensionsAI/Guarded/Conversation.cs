using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NotesAgent;

/// <summary>Talks to the agent until it has answered, and puts every tool call that needs approval to a person.</summary>
internal static class Conversation
{
    private const int MaxRounds = 8;

    public static async Task<string> AskAsync(IChatClient agent, string request, ChatOptions options)
    {
        List<ChatMessage> messages = [new(ChatRole.User, request)];
        for (var round = 0; round < MaxRounds; round++)
        {
            var response = await agent.GetResponseAsync(messages, options);
            messages.AddMessages(response);

            var pending = response.Messages.SelectMany(m => m.Contents).OfType<ToolApprovalRequestContent>().ToList();
            if (pending.Count == 0)
            {
                return response.Text;
            }

            List<AIContent> decisions = [];
            foreach (var approval in pending)
            {
                decisions.Add(approval.CreateResponse(Confirm(approval.ToolCall)));
            }

            messages.Add(new ChatMessage(ChatRole.User, decisions));
        }

        return $"Stopped after {MaxRounds} rounds.";
    }

    /// <summary>Anything but a typed yes refuses, the end of the input included.</summary>
    private static bool Confirm(ToolCallContent toolCall)
    {
        Console.Write(toolCall is FunctionCallContent call
            ? $"Run {call.Name} with {JsonSerializer.Serialize(call.Arguments)}? [y/N] "
            : "Run a tool of an unknown kind? [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
