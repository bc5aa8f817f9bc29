using Microsoft.SemanticKernel;

public sealed class Maintenance(Kernel kernel)
{
    public async Task TidyAsync()
    {
        var plan = await kernel.InvokePromptAsync("Write one shell command that frees disk space.");
        var command = plan.ToString();
        foreach (var line in command.Split('\n'))
        {
            Process.Start("sh", {|GG6001:"-c " + line|});
        }
    }
}
