using Microsoft.Extensions.AI;

public sealed class Secretary(IChatClient client)
{
    public async Task<string> Tidy(string request)
    {
        var tools = new List<AITool>
        {
            AIFunctionFactory.Create(Today),
            AIFunctionFactory.Create(Note),
        };
        var options = new ChatOptions { Tools = {|GG6020:tools|} };
        var response = await client.GetResponseAsync(request, options);
        return response.Text;
    }

    private static string Today() => DateTime.Today.ToString("d");

    private static string Note(string text)
    {
        Append("notes.txt", text);
        return "noted";
    }

    private static void Append(string file, string text)
    {
        File.AppendAllText(file, text + Environment.NewLine);
    }
}
