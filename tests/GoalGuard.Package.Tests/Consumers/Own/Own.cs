using System.Diagnostics;

namespace Consumers;

public class Oracle
{
    public string Ask(string question) => question;
}

public class Own(Oracle oracle)
{
    public void Show() => Process.Start("git", $"log {oracle.Ask("Which branch should I look at?")}");
}
