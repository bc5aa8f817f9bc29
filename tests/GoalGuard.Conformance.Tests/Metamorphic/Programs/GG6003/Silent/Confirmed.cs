using Microsoft.Extensions.AI;

public sealed class Cleaner(IChatClient client)
{
    public async Task CleanAsync(string[] files)
    {
        var response = await client.GetResponseAsync("Which of these can go? " + string.Join(", ", files));
        if (Confirm("Delete " + response.Text + "?"))
        {
            File.Delete(response.Text);
        }
    }

    private static bool Confirm(string question)
    {
        Console.WriteLine(question);
        return Console.ReadLine() == "yes";
    }
}
