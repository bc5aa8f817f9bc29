using Jint;
using Microsoft.Extensions.AI;

public interface IInterpreter
{
    string Interpret(string code);
}

public sealed class JavaScript : IInterpreter
{
    public string Interpret(string code)
    {
        var engine = new Engine();
        return engine.Evaluate("(" + code + ")").ToString();
    }
}

public sealed class Analyst(IChatClient client, IInterpreter interpreter)
{
    public async Task<string> RunAsync(string task)
    {
        var response = await client.GetResponseAsync("Code for " + task);
        string code = response.Text;
        return interpreter.Interpret({|GG6002:code|});
    }
}
