using System.Data;
using Dapper;
using Microsoft.SemanticKernel;

public sealed class QueryPlugin(IDbConnection connection)
{
    [KernelFunction]
    public int Run(string statement)
    {
        return connection.Execute({|GG6005:statement|});
    }
}
