using OpenAI.Chat;

public sealed class Jobs(ChatClient client)
{
    public async Task<IDisposable?> MakeAsync(string wish)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("Which class? " + wish));
        var type = Type.GetType(completion.Content[0].Text);
        if (type is null)
        {
            throw new InvalidOperationException("no class");
        }

        return (IDisposable?)Activator.CreateInstance({|GG6006:type|});
    }
}
