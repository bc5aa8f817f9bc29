using Microsoft.Extensions.AI;

public interface IApprover
{
    Task<bool> ConfirmAsync(string question);
}

public sealed class Agent(IChatClient client, IApprover approver)
{
    public async Task ActAsync(string task)
    {
        var response = await client.GetResponseAsync(task);
        var command = response.Text;
        if (await approver.ConfirmAsync(command))
        {
            Process.Start("bash", "-c " + command);
        }
    }
}
