using Microsoft.Extensions.AI;

public interface IStore
{
    void Put(string name, string content);
}

public sealed class DiskStore : IStore
{
    public void Put(string name, string content)
    {
        var path = Path.Combine("/var/data", name);
        File.WriteAllText(path, content);
    }
}

public sealed class Writer(IChatClient client, IStore store)
{
    public async Task WriteAsync(string topic)
    {
        var title = await client.GetResponseAsync("A title for " + topic);
        var body = await client.GetResponseAsync("An essay on " + topic);
        store.Put({|GG6003:title.Text|}, body.Text);
    }
}
