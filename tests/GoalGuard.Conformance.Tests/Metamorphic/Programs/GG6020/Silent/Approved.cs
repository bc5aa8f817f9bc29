using Microsoft.Extensions.AI;

public sealed class Secretary(IChatClient client)
{
    public async Task<string> Tidy(string request)
    {
        var tools = new List<AIFunction>
        {
            AIFunctionFactory.Create(Note),
            AIFunctionFactory.Create(Clear),
        };
        var options = new ChatOptions { Tools = [.. tools.Select(tool => new ApprovalRequiredAIFunction(tool))] };
        var response = await client.GetResponseAsync(request, options);
        return response.Text;
    }

    private static string Note(string text)
    {
        File.AppendAllText("notes.txt", text);
        return "noted";
    }

    private static void Clear() => File.Delete("notes.txt");
}
