using Microsoft.Agents.AI;
using Microsoft.EntityFrameworkCore;

public sealed class Cleaner(AIAgent agent, DbContext db)
{
    public async Task<int> CleanAsync(string wish)
    {
        var response = await agent.RunAsync("A DELETE statement for " + wish);
        return await db.Database.ExecuteSqlRawAsync({|GG6005:response.Text|});
    }
}
