using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Drafting;

public sealed class Writer(IChatClient client)
{
    private const int MaxRounds = 8;

    public async Task WriteAsync(string task)
    {
        var history = new List<ChatMessage> { new(ChatRole.User, task) };
        for (var round = 0; round < MaxRounds; round++)
        {
            var answer = await client.GetResponseAsync(history);
            history.AddMessages(answer);
            await File.WriteAllTextAsync("/srv/drafts/notes.txt", answer.Text);
            if (answer.Text.Contains("DONE", StringComparison.Ordinal))
            {
                break;
            }
        }
    }
}
