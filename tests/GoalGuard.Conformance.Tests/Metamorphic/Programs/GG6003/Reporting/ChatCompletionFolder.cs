using OpenAI.Chat;

public sealed class Scaffolder(ChatClient client)
{
    public async Task CreateAsync(string description)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("Name a folder for: " + description));
        string folder = completion.Content[0].Text;
        Directory.CreateDirectory({|GG6003:folder|});
    }
}
