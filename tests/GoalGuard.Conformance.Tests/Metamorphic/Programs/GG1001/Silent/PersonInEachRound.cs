using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chatting;

public sealed class Chat(IChatClient client)
{
    public async Task TalkAsync()
    {
        var history = new List<ChatMessage>();
        while (true)
        {
            var line = Console.ReadLine();
            if (line is null)
            {
                return;
            }

            history.Add(new ChatMessage(ChatRole.User, line));
            var answer = await client.GetResponseAsync(history);
            history.AddMessages(answer);
            File.AppendAllText("/srv/chat.txt", answer.Text);
        }
    }
}
