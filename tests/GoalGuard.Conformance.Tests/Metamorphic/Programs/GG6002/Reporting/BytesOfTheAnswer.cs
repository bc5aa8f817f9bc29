using System.Reflection;
using Microsoft.Agents.AI;

public sealed class Loader(AIAgent agent)
{
    public async Task<string?> LoadAsync(string wish)
    {
        var response = await agent.RunAsync("An assembly, in base 64: " + wish);
        var bytes = Convert.FromBase64String(response.Text);
        var assembly = Assembly.Load({|GG6002:bytes|});
        return assembly.FullName;
    }
}
