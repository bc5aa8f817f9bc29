using OpenAI.Chat;

namespace Desk;

public sealed class Clerk(ChatClient client)
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "desk");

    public async Task<string> AnswerAsync(List<ChatMessage> messages)
    {
        var options = new ChatCompletionOptions();
        options.Tools.Add({|GG6020:ChatTool.CreateFunctionTool("keep_note", "Keeps a note.")|});
        ChatCompletion reply = await client.CompleteChatAsync(messages, options);
        foreach (var call in reply.ToolCalls)
        {
            var text = call.FunctionArguments.ToString();
            switch (call.FunctionName)
            {
                case "keep_note":
                    Keep(text);
                    break;
                default:
                    Console.WriteLine(text);
                    break;
            }
        }

        return reply.Content.Count > 0 ? reply.Content[0].Text : "";
    }

    private static void Keep(string text)
    {
        var path = Path.Combine(Folder, "notes.txt");
        File.AppendAllText(path, text);
    }
}
