using Microsoft.SemanticKernel;

public sealed class ShellPlugin
{
    [KernelFunction]
    public string Run(string command)
    {
        Console.Write($"Run {command}? [y/N] ");
        var answer = Console.ReadLine();
        if (answer != "y")
        {
            return "The user said no.";
        }

        using var process = Process.Start("bash", "-c " + command);
        process.WaitForExit();
        return "done";
    }
}
