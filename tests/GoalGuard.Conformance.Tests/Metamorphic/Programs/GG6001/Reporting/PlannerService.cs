using Microsoft.Extensions.AI;

public interface IPlanner
{
    Task<string> PlanAsync(string goal);
}

public sealed class ModelPlanner(IChatClient client) : IPlanner
{
    public async Task<string> PlanAsync(string goal)
    {
        var response = await client.GetResponseAsync($"Give one command that reaches this: {goal}");
        return response.Text;
    }
}

public sealed class Worker(IPlanner planner)
{
    public async Task WorkAsync(string goal)
    {
        var command = await planner.PlanAsync(goal);
        using var process = Process.Start("cmd.exe", {|GG6001:"/c " + command|});
        process?.WaitForExit();
    }
}
