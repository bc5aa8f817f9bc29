using Microsoft.Extensions.AI;

public sealed class Loop(IChatClient chat)
{
    public async Task<string> Run(List<ChatMessage> messages, ChatOptions options)
    {
        var answer = await chat.GetResponseAsync(messages, options);
        foreach (var content in answer.Messages.SelectMany(message => message.Contents))
        {
            if (content is ToolApprovalRequestContent request)
            {
                Console.WriteLine("approved");
                messages.Add(new ChatMessage(ChatRole.User, [request.CreateResponse({|GG6022:true|})]));
            }
        }

        return answer.Text;
    }
}
