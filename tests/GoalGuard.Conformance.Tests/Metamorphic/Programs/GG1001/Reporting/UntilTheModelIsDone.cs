using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Drafting;

public sealed class Writer(IChatClient client)
{
    private const string Draft = "/srv/drafts/notes.txt";

    public async Task WriteAsync(string task)
    {
        var history = new List<ChatMessage> { new(ChatRole.User, task) };
        {|GG1001:while (true)|}
        {
            var answer = await client.GetResponseAsync(history);
            history.AddMessages(answer);
            await File.WriteAllTextAsync(Draft, answer.Text);
            if (answer.Text.Contains("DONE", StringComparison.Ordinal))
            {
                break;
            }
        }
    }
}
