using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Planning;

public sealed class Planner(IChatClient client)
{
    public async Task StepAsync(string goal)
    {
        var reply = await client.GetResponseAsync(goal);
        var next = reply.Text;
        File.WriteAllText("/srv/plan.txt", next);
        if (next != "DONE")
        {
            await {|GG1001:StepAsync(next)|};
        }
    }
}
