using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class ShellPlugin
{
    [KernelFunction, Description("Runs a command and returns what it prints.")]
    public async Task<string> RunAsync([Description("The command line")] string command)
    {
        var arguments = "-c \"" + command + "\"";
        using var process = Process.Start("/bin/bash", {|GG6001:arguments|});
        await process.WaitForExitAsync();
        return process.ExitCode.ToString();
    }
}
