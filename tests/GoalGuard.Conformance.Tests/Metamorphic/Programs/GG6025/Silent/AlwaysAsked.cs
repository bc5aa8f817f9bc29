using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Workshop
{
    [McpServerTool, Description("Runs something in the workshop.")]
    public int Run(string text, bool loud)
    {
        if (loud)
        {
            Console.WriteLine("About to run " + text);
        }

        if (!Confirm(text))
        {
            return -1;
        }

        using var process = Process.Start("bash", "-c " + text);
        process!.WaitForExit();
        return process.ExitCode;
    }

    private static bool Confirm(string text)
    {
        Console.WriteLine($"Run {text}? (y/n)");
        return Console.ReadLine() == "y";
    }
}
