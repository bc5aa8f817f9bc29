using System.Data.Common;
using Microsoft.Extensions.AI;

public sealed class Store(DbDataSource source)
{
    public int Change(string sql)
    {
        using var command = source.CreateCommand({|GG6005:sql|});
        return command.ExecuteNonQuery();
    }

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Change);
        return new ChatOptions { Tools = {|GG6020:[tool]|} };
    }
}
