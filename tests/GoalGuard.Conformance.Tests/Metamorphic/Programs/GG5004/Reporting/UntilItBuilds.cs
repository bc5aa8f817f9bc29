using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Repair;

public sealed class Fixer(IChatClient client)
{
    public async Task FixAsync(string code)
    {
        {|GG5004:while (!Builds())|}
        {
            var answer = await client.GetResponseAsync("Make this compile: " + code);
            code = answer.Text;
            File.WriteAllText("/srv/app/Program.cs", code);
        }
    }

    private static bool Builds()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "build /srv/app"))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
