using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;

public sealed class Cleaner(DbContext db)
{
    [KernelFunction]
    public int Clean(string name)
    {
        return db.Database.ExecuteSqlInterpolated($"DELETE FROM cache WHERE name = {name}");
    }
}
