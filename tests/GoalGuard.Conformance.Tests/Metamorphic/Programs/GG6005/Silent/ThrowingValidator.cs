using System.Data;
using Dapper;
using Microsoft.SemanticKernel;

public sealed class Reader(IDbConnection connection)
{
    [KernelFunction]
    public int Read(string sql)
    {
        Check(sql);
        return connection.Execute(sql);
    }

    private static void Check(string sql)
    {
        if (!sql.StartsWith("SELECT") || sql.IndexOf(';') >= 0)
        {
            throw new ArgumentException("one SELECT");
        }
    }
}
