using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Solver(IChatClient client)
{
    public async Task SolveAsync(string task)
    {
        var agent = client.AsAIAgent(instructions: task);
        var answer = await agent.RunAsync("Split the task, one part a line.");
        foreach (var part in answer.Text.Split('\n'))
        {
            await {|GG1004:SolveAsync(part)|};
        }
    }
}
