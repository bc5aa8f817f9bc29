using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

public sealed class Deployment(IChatClient client)
{
    public async Task DeployAsync(string request)
    {
        var response = await client.GetResponseAsync(request);
        var name = response.Text;
        EnsureName(name);
        Process.Start("bash", "-c \"./deploy.sh " + name + "\"");
    }

    private static void EnsureName(string name)
    {
        if (!Regex.IsMatch(name, "^[a-z]+$"))
        {
            throw new ArgumentException("not a service name", nameof(name));
        }
    }
}
