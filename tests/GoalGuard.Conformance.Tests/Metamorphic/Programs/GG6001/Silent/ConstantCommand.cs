using Microsoft.Extensions.AI;

public sealed class Reporter(IChatClient client)
{
    public async Task ReportAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("git", "status") { RedirectStandardOutput = true })!;
        var status = await process.StandardOutput.ReadToEndAsync();
        var response = await client.GetResponseAsync("Explain: " + status);
        Console.WriteLine(response.Text);
    }
}
