using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Refining;

public sealed class Refiner(IChatClient client)
{
    public async Task<string> RefineAsync(string text)
    {
        {|GG1001:do|}
        {
            var reply = await client.GetResponseAsync("Improve this: " + text);
            text = reply.Text;
            File.AppendAllText("/srv/log.txt", text);
        }
        while (!text.EndsWith("."));
        return text;
    }
}
