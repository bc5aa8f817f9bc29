using Microsoft.Extensions.AI;

public sealed class Planner(IChatClient client)
{
    public async Task<object?> StepAsync(string goal)
    {
        var response = await client.GetResponseAsync("Which class? " + goal);
        Console.Write(response.Text + "? ");
        if (Console.ReadLine() != "y")
        {
            return null;
        }

        var type = Type.GetType(response.Text);
        return Activator.CreateInstance(type!);
    }
}
