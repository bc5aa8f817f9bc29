using Microsoft.Extensions.AI;

public sealed class Exporter(IChatClient client)
{
    private const string Root = "/srv/export/";

    public async Task ExportAsync(string data)
    {
        var response = await client.GetResponseAsync("A file name for: " + data);
        var path = Inside(response.Text);
        await File.WriteAllTextAsync(path, data);
    }

    private static string Inside(string name)
    {
        var full = Path.GetFullPath(Path.Combine(Root, name));
        if (!full.StartsWith(Root, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException(name);
        }

        return full;
    }
}
