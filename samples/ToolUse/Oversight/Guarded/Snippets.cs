using System.ComponentModel;
using System.Diagnostics;

namespace OversightAgent;

/// <summary>Runs a snippet from the folder of snippets in a container. Without an engine it only shows the command.</summary>
internal static class Snippets
{
    [Description("Runs all snippets.")]
    public static string RunAll()
    {
        var start = new ProcessStartInfo("docker");
        foreach (var argument in new[] { "run", "--rm", "--network=none", "snippets" })
        {
            start.ArgumentList.Add(argument);
        }

        return $"would start {start.FileName} {string.Join(' ', start.ArgumentList)}";
    }
}
