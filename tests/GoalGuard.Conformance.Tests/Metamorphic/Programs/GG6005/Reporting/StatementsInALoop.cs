using System.Data;
using Dapper;
using Microsoft.SemanticKernel;

public sealed class Migrations(Kernel kernel, IDbConnection connection)
{
    public async Task<int> RunAsync(string goal)
    {
        var result = await kernel.InvokePromptAsync("One statement a line: " + goal);
        var changed = 0;
        foreach (var statement in result.ToString().Split('\n').Where(line => line.Length > 0))
        {
            changed += connection.Execute({|GG6005:statement|});
        }

        return changed;
    }
}
