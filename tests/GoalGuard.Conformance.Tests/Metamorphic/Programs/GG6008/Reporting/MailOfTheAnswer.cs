using MailKit;
using Microsoft.Extensions.AI;
using MimeKit;

public sealed class Clerk(IChatClient client, IMailTransport transport)
{
    public async Task Answer(string letter, MailboxAddress sender)
    {
        var reply = await client.GetResponseAsync(letter);
        var message = new MimeMessage();
        message.To.Add(sender);
        message.Subject = "Your letter";
        message.Body = new TextPart("plain") { Text = reply.Text };
        await transport.SendAsync({|GG6008:message|});
    }
}
