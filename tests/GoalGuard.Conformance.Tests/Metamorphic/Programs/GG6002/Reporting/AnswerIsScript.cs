using Jint;
using Microsoft.Extensions.AI;

public sealed class Calculator(IChatClient client)
{
    public async Task<string> ComputeAsync(string question)
    {
        var response = await client.GetResponseAsync("Write JavaScript for: " + question);
        var engine = new Engine();
        return engine.Evaluate({|GG6002:response.Text|}).ToString();
    }
}
