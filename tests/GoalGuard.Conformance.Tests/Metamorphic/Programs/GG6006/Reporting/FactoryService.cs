using Microsoft.Extensions.AI;

public interface IFactory
{
    object? Create(string name);
}

public sealed class Factory : IFactory
{
    public object? Create(string name)
    {
        var type = Type.GetType("Acme." + name);
        return type is null ? null : Activator.CreateInstance(type);
    }
}

public sealed class Worker(IChatClient client, IFactory factory)
{
    public async Task<object?> WorkAsync(string task)
    {
        var response = await client.GetResponseAsync("Which class? " + task);
        string name = response.Text;
        return factory.Create({|GG6006:name|});
    }
}
