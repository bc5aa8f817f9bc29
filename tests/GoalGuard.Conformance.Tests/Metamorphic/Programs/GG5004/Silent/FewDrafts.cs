using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Repair;

public sealed class Writer(IChatClient writer, IChatClient judge)
{
    public async Task<string> WriteAsync(string draft)
    {
        for (var trial = 0; trial < 5; trial++)
        {
            var answer = await writer.GetResponseAsync("Improve: " + draft);
            draft = answer.Text;
            var rating = await judge.GetResponseAsync("Rate: " + draft);
            if (int.Parse(rating.Text) >= 9)
            {
                break;
            }
        }

        return draft;
    }
}
