using System.Data;
using Dapper;
using Microsoft.Extensions.AI;

public sealed class Orders(IChatClient client, IDbConnection connection)
{
    public async Task<int> CloseAsync(string question)
    {
        var response = await client.GetResponseAsync("Which customer? " + question);
        return connection.Execute("UPDATE orders SET open = 0 WHERE customer = @customer", new { customer = response.Text });
    }
}
