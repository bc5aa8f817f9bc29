using System.Text.Json;
using Microsoft.Extensions.AI;

public sealed record Step(string Program, string Arguments);

public sealed class PlanRunner(IChatClient client)
{
    public async Task RunAsync(string goal)
    {
        var response = await client.GetResponseAsync(goal);
        var steps = JsonSerializer.Deserialize<List<Step>>(response.Text) ?? new List<Step>();
        foreach (var step in steps)
        {
            var start = new ProcessStartInfo
            {
                FileName = {|GG6001:step.Program|},
                Arguments = {|GG6001:step.Arguments|},
            };
            Process.Start(start);
        }
    }
}
