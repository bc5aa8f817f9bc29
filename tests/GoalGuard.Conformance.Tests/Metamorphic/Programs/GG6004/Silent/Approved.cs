using Microsoft.Extensions.AI;

public interface IPermissions
{
    bool IsPermitted(string address);
}

public sealed class Research(IChatClient client, HttpClient http, IPermissions permissions)
{
    public async Task<string> ReadAsync(string question)
    {
        var source = await client.GetResponseAsync(question);
        var address = source.Text;
        if (!permissions.IsPermitted(address))
        {
            return "";
        }

        return await http.GetStringAsync(address);
    }
}
