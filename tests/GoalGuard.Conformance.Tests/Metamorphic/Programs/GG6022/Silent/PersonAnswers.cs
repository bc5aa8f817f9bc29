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
                var typed = Console.ReadLine();
                messages.Add(new ChatMessage(ChatRole.User, [request.CreateResponse(typed == "y")]));
            }
        }

        return answer.Text;
    }
}
