using Microsoft.Extensions.AI;

public sealed class Planner(IChatClient client)
{
    public async Task<object?> StepAsync(string goal)
    {
        var response = await client.GetResponseAsync("Which command class does this? " + goal);
        var type = Type.GetType(response.Text.Trim(), throwOnError: true);
        return Activator.CreateInstance({|GG6006:type|}!);
    }
}
