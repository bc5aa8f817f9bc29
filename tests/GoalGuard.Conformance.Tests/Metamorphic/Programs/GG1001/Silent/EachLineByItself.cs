using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Translating;

public sealed class Translator(IChatClient client)
{
    public async Task TranslateAsync(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var answer = await client.GetResponseAsync("Translate: " + line);
            File.AppendAllText("/srv/translated.txt", answer.Text);
        }
    }
}
