using System.Diagnostics;

namespace Consumers;

public class Plain
{
    public void Show(string branch) => Process.Start("git", $"log {branch}");
}
