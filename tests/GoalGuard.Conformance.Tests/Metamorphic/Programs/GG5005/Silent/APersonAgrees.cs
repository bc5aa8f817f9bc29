using Microsoft.Extensions.AI;

public sealed class Cleaner(IChatClient client)
{
    public async Task CleanAsync(List<string> files)
    {
        var prompt = "The number of the file that can go: " + string.Join("\n", files);
        var answer = await client.GetResponseAsync(prompt);
        var file = files[int.Parse(answer.Text)];
        Console.Write("Delete " + file + "? (y/n) ");
        if (Console.ReadLine() == "y")
        {
            File.Delete(file);
        }
    }
}
