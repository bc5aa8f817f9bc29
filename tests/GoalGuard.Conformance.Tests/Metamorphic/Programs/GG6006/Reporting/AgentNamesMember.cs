using Microsoft.Agents.AI;

public sealed class Operator(AIAgent agent)
{
    public async Task<object?> ActAsync(string goal)
    {
        var response = await agent.RunAsync("Which member? " + goal);
        var method = typeof(Operator).GetMethod(response.Text);
        return method!.{|GG6006:Invoke|}(this, null);
    }
}
