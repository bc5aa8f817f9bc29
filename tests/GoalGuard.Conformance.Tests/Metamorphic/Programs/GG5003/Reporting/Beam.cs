using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Planning;

public sealed record Rated(string Text, double Score);

public sealed class Beam(IChatClient client)
{
    public async Task SearchAsync(string task)
    {
        var beam = new List<string> { task };
        {|GG5003:while (true)|}
        {
            var next = new List<Rated>();
            foreach (var each in beam)
            {
                foreach (var text in await ProposeAsync(each))
                {
                    next.Add(new Rated(text, await RateAsync(text)));
                }
            }

            beam = next.OrderByDescending(rated => rated.Score).Take(3).Select(rated => rated.Text).ToList();
            File.WriteAllText("/srv/plan.txt", beam[0]);
        }
    }

    private async Task<string[]> ProposeAsync(string text)
    {
        var answer = await client.GetResponseAsync("Next steps after: " + text);
        return answer.Text.Split('\n');
    }

    private async Task<double> RateAsync(string text)
    {
        var answer = await client.GetResponseAsync("How good is this? " + text);
        return double.Parse(answer.Text);
    }
}
