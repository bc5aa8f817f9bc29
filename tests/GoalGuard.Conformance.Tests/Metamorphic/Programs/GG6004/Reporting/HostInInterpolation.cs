using OpenAI.Chat;

public sealed class Status(ChatClient client)
{
    public async Task<bool> IsUpAsync(string product)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("Host name of " + product));
        var host = completion.Content[0].Text;
        using var http = new HttpClient();
        var response = await http.GetAsync({|GG6004:$"https://{host}/status"|});
        return response.IsSuccessStatusCode;
    }
}
