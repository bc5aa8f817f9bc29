using Jint;
using Microsoft.Extensions.AI;

public sealed class Calculator(IChatClient client)
{
    public async Task<string> ComputeAsync(string question)
    {
        var response = await client.GetResponseAsync("Write JavaScript for: " + question);
        Console.Write(response.Text + " Run this? ");
        if (Console.ReadLine() != "y")
        {
            return "refused";
        }

        return new Engine().Evaluate(response.Text).ToString();
    }
}
