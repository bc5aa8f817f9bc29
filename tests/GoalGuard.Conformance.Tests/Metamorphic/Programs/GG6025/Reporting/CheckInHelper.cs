using Microsoft.Extensions.AI;

public sealed class Agent(IChatClient client)
{
    private static readonly string[] Programs = { "date", "uptime" };

    public async Task<string> Ask(string question)
    {
        var run = AIFunctionFactory.Create((string program, bool {|GG6025:any|}) =>
        {
            Check(program, any);
            Process.Start(program);
        });
        var options = new ChatOptions { Tools = [run] };
        var response = await client.GetResponseAsync(question, options);
        return response.Text;
    }

    private static void Check(string program, bool any)
    {
        if (any)
        {
            return;
        }

        if (!Programs.Contains(program))
        {
            throw new ArgumentException(program);
        }
    }
}
