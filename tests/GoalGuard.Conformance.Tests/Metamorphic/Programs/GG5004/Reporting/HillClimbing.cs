using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Repair;

public sealed class Climber(IChatClient writer, IChatClient judge)
{
    public async Task ClimbAsync(string best)
    {
        var top = 0.0;
        {|GG5004:while (top < 9)|}
        {
            var answer = await writer.GetResponseAsync("Improve: " + best);
            var next = answer.Text;
            var rating = await judge.GetResponseAsync("Rate: " + next);
            var score = double.Parse(rating.Text);
            if (score > top)
            {
                best = next;
                top = score;
                File.WriteAllText("/srv/prompt.txt", best);
            }
        }
    }
}
