using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Solver(IChatClient client)
{
    public async Task SolveAsync(string task, int depth)
    {
        if (depth > 3)
        {
            return;
        }

        var agent = client.AsAIAgent(instructions: task);
        var answer = await agent.RunAsync("Split the task, one part a line.");
        foreach (var part in answer.Text.Split('\n'))
        {
            await SolveAsync(part, depth + 1);
        }
    }
}
