using System.Data;
using Dapper;
using Microsoft.SemanticKernel;

public sealed class Pages(IDbConnection connection)
{
    [KernelFunction]
    public int Show(int page)
    {
        return connection.Execute("SELECT * FROM pages LIMIT 10 OFFSET " + page);
    }
}
