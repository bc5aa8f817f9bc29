using System.Data.Common;
using Microsoft.Extensions.AI;

public sealed class Reports(IChatClient client, DbConnection connection)
{
    public async Task<object?> AskAsync(string question)
    {
        var response = await client.GetResponseAsync("Write SQL for: " + question);
        using var command = connection.CreateCommand();
        command.CommandText = {|GG6005:response.Text|};
        return command.ExecuteScalar();
    }
}
