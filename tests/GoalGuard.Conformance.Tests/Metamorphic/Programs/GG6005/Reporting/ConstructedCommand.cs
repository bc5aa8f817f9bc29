using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Tables(SqliteConnection connection)
{
    [McpServerTool]
    public int Drop(string name)
    {
        var command = new SqliteCommand({|GG6005:$"DROP TABLE {name}"|}, connection);
        return command.ExecuteNonQuery();
    }
}
