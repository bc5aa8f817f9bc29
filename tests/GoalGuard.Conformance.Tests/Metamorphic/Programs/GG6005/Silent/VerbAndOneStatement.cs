using System.Data;
using Dapper;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Reader(IDbConnection connection)
{
    [McpServerTool]
    public int Read(string sql)
    {
        if (!sql.StartsWith("SELECT") || sql.Contains(';'))
        {
            throw new ArgumentException("one SELECT");
        }

        return connection.Execute(sql);
    }
}
