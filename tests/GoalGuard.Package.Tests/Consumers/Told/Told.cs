using Consumers;

namespace Told;

public class Told(Oracle oracle)
{
    public void Show(string branch) => Shell.Launch($"log {oracle.Ask(branch)}");
}
