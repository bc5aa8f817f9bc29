using System.Data;
using Dapper;
using Microsoft.SemanticKernel;

public sealed class QueryPlugin(IDbConnection connection)
{
    [KernelFunction]
    public int Run(string statement)
    {
        Console.Write(statement + " Run this? ");
        if (Console.ReadLine() != "y")
        {
            return 0;
        }

        return connection.Execute(statement);
    }
}
