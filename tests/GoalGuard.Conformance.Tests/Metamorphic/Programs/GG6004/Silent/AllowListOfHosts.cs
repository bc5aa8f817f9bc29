using System.Collections.Frozen;
using Microsoft.Extensions.AI;

public sealed class Browser(HttpClient http)
{
    private static readonly FrozenSet<string> Hosts = new[] { "docs.example", "blog.example" }.ToFrozenSet();

    public async Task<string> Open(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Hosts.Contains(uri.Host))
        {
            return "refused";
        }

        return await http.GetStringAsync(uri);
    }

    public ChatOptions Options() => new() { Tools = [AIFunctionFactory.Create(Open)] };
}
