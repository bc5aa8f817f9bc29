using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Agents;

public sealed class Planner(IChatClient client)
{
    public async Task<string> PlanAsync(string task)
    {
        var plans = new List<(string Text, double Score)>();
        for (var i = 0; i < 5; i++)
        {
            var plan = (await client.GetResponseAsync("Propose a step for " + task)).Text;
            var rating = (await client.GetResponseAsync("Rate from 0 to 1: " + plan)).Text;
            plans.Add((plan, double.Parse(rating, CultureInfo.InvariantCulture)));
        }

        var best = plans.{|GG5002:MaxBy(plan => plan.Score)|};
        return best.Text;
    }
}
