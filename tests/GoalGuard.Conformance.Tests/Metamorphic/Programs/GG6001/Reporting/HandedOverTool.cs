using Microsoft.Extensions.AI;

public static class BuildTools
{
    public static async Task<string> RunCommand(string command)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            Arguments = {|GG6001:$"-c \"{command}\""|},
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}

public sealed class BuildAgent(IChatClient client)
{
    public async Task<string> AskAsync(string question)
    {
        var options = new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(BuildTools.RunCommand)]|} };
        var response = await client.GetResponseAsync(question, options);
        return response.Text;
    }
}
