using Microsoft.Extensions.AI;

public sealed class Planner(IChatClient client)
{
    private static readonly Dictionary<string, Type> Known = new() { ["list"] = typeof(List<int>), ["set"] = typeof(HashSet<int>) };

    public async Task<object?> MakeAsync(string goal)
    {
        var response = await client.GetResponseAsync("list or set? " + goal);
        if (!Known.TryGetValue(response.Text, out var type))
        {
            return null;
        }

        return Activator.CreateInstance(type);
    }
}
