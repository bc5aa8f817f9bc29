using OpenAI.Chat;

public sealed class Essay(ChatClient client)
{
    public async Task WriteAsync(string topic)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(topic));
        await File.WriteAllTextAsync("essay.md", completion.Content[0].Text);
    }
}
