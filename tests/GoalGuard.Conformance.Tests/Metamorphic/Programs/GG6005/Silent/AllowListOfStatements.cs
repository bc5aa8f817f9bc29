using System.Data;
using Dapper;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Jobs(IDbConnection connection)
{
    private static readonly HashSet<string> Known = new() { "DELETE FROM cache", "DELETE FROM log" };

    [McpServerTool]
    public int Clean(string statement)
    {
        if (!Known.Contains(statement))
        {
            throw new ArgumentException("unknown");
        }

        return connection.Execute(statement);
    }
}
