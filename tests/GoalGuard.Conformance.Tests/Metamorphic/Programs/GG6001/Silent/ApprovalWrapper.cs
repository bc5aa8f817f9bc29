using Microsoft.Extensions.AI;

public static class Tools
{
    public static void RunCommand(string command)
    {
        Process.Start("bash", $"-c \"{command}\"");
    }
}

public sealed class Agent(IChatClient client)
{
    public async Task<string> AskAsync(string question)
    {
        var options = new ChatOptions { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Tools.RunCommand))] };
        var response = await client.GetResponseAsync(question, options);
        return response.Text;
    }
}
