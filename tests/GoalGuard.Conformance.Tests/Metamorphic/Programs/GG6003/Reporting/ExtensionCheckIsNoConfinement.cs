using Microsoft.Extensions.AI;

public sealed class Exporter(IChatClient client)
{
    private readonly string _root = "/srv/export";

    public async Task ExportAsync(string data)
    {
        var response = await client.GetResponseAsync("A file name for: " + data);
        var path = _root + "/" + response.Text;
        if (!path.EndsWith(".json"))
        {
            throw new InvalidOperationException("json only");
        }

        await File.WriteAllTextAsync({|GG6003:path|}, data);
    }
}
