using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Planning;

public sealed class Explainer(IChatClient client)
{
    public async Task<List<string>> ExplainAsync(string topic)
    {
        var answers = new List<string>();
        var open = new Queue<string>();
        open.Enqueue(topic);
        for (var asked = 0; open.Count > 0 && asked < 20; asked++)
        {
            var answer = await client.GetResponseAsync("Explain: " + open.Dequeue());
            answers.Add(answer.Text);
            foreach (var line in answer.Text.Split('\n'))
            {
                open.Enqueue(line);
            }
        }

        return answers;
    }
}
