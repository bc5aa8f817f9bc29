using System.Data;
using Dapper;
using Microsoft.Extensions.AI;

public interface IRunner
{
    int Run(string sql);
}

public sealed class Runner(IDbConnection connection) : IRunner
{
    public int Run(string sql)
    {
        return connection.Execute(sql);
    }
}

public sealed class Assistant(IChatClient client, IRunner runner)
{
    public async Task<int> AnswerAsync(string question)
    {
        var response = await client.GetResponseAsync("SQL for " + question);
        string sql = response.Text;
        return runner.Run({|GG6005:sql|});
    }
}
