using Microsoft.Extensions.AI;
using MimeKit;

public sealed class Clerk(IChatClient client)
{
    public async Task<string> Draft(string letter)
    {
        var reply = await client.GetResponseAsync(letter);
        var message = new MimeMessage { Subject = "Draft", Body = new TextPart("plain") { Text = reply.Text } };
        return message.ToString();
    }
}
