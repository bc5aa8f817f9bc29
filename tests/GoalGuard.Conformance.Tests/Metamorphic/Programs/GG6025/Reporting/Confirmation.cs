using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Workshop
{
    [McpServerTool, Description("Runs something in the workshop.")]
    public int Run(string text, bool {|GG6025:quiet|})
    {
        if (!quiet && !Confirm(text))
        {
            return -1;
        }

        var arguments = $"-c {text}";
        using var process = Process.Start("bash", arguments);
        process!.WaitForExit();
        return process.ExitCode;
    }

    private static bool Confirm(string text)
    {
        Console.WriteLine("Run " + text + "? (y/n)");
        var answer = Console.ReadLine();
        return answer == "y";
    }
}
