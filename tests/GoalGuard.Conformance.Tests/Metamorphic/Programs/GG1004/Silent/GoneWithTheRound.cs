using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Team(IChatClient client)
{
    public async Task WorkAsync(string goal)
    {
        var plan = await client.GetResponseAsync("Which tasks are there? One a line. " + goal);
        var tasks = plan.Text.Split('\n');
        foreach (var task in tasks)
        {
            var member = new ChatClientAgent(client, instructions: task);
            var answer = await member.RunAsync("Begin.");
            Console.WriteLine(answer.Text);
        }
    }
}
