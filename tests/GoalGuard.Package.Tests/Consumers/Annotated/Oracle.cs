using GoalGuard.Annotations;

namespace Consumers;

public class Oracle
{
    [ModelOutput]
    public string Ask(string question) => question;
}

public static class Shell
{
    public static void Launch([Effect(EffectKinds.Process)] string command) => Console.WriteLine(command);
}
