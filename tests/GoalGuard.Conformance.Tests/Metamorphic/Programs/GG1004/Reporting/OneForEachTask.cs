using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Team(IChatClient client)
{
    private readonly List<AIAgent> _members = new();

    public async Task HireAsync(string goal)
    {
        var plan = await client.GetResponseAsync("Which tasks are there? One a line. " + goal);
        var tasks = plan.Text.Split('\n');
        {|GG1004:foreach (var task in tasks)|}
        {
            var member = new ChatClientAgent(client, instructions: task);
            _members.Add(member);
        }
    }
}
