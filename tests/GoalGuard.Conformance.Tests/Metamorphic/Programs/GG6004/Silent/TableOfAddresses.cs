using OpenAI.Chat;

public sealed class Support(ChatClient client)
{
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["billing"] = "https://support.example/billing",
        ["login"] = "https://support.example/login",
    };

    public async Task<string> AnswerAsync(string question, HttpClient http)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("billing or login? " + question));
        var topic = completion.Content[0].Text;
        var page = Pages[topic];
        return await http.GetStringAsync(page);
    }
}
