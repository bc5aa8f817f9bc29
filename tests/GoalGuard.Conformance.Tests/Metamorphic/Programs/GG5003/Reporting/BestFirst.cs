using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Planning;

public sealed class Planner(IChatClient client)
{
    public async Task PlanAsync(string task)
    {
        var open = new PriorityQueue<string, double>();
        open.Enqueue(task, 0);
        {|GG5003:while (open.Count > 0)|}
        {
            var plan = open.Dequeue();
            File.WriteAllText("/srv/plan.txt", plan);
            var answer = await client.GetResponseAsync("Next steps: " + plan);
            foreach (var next in answer.Text.Split('\n'))
            {
                var rating = await client.GetResponseAsync("Rate: " + next);
                open.Enqueue(next, -double.Parse(rating.Text));
            }
        }
    }
}
