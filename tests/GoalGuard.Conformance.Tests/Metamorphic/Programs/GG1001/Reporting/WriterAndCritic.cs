using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;

namespace Reviewing;

public static class Review
{
    public static Workflow Make(AIAgent agent)
    {
        Writer writer = new(agent);
        Critic critic = new(agent);
        return new WorkflowBuilder(writer)
            .AddEdge(writer, critic)
            .AddSwitch(critic, choice => choice.{|GG1001:AddCase<string>(text => text == "bad", writer)|})
            .Build();
    }
}

public sealed class Writer(AIAgent agent) : Executor<string, string>("writer")
{
    public override async ValueTask<string> HandleAsync(string message, IWorkflowContext context, CancellationToken cancellationToken = default)
    {
        var text = (await agent.RunAsync(message, cancellationToken: cancellationToken)).Text;
        File.WriteAllText("/srv/draft.txt", text);
        return text;
    }
}

public sealed class Critic(AIAgent agent) : Executor<string, string>("critic")
{
    public override async ValueTask<string> HandleAsync(string message, IWorkflowContext context, CancellationToken cancellationToken = default) =>
        (await agent.RunAsync("Judge: " + message, cancellationToken: cancellationToken)).Text;
}
