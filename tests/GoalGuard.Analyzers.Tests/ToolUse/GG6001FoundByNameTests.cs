namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A model's words choose an object that is out of sight; what the object was set up with is not theirs.</summary>
public class GG6001FoundByNameTests
{
    private static string Program(string members, string shell) => $$"""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        namespace Routing;
        public sealed class Settings { public string Program { get; set; } = ""; }
        public interface IExecutor { {{members}} void Execute(string argument); }
        public interface IProvider { IExecutor? TryResolve(string name); }
        {{shell}}

        public sealed class Factory(IEnumerable<IProvider> providers, IServiceProvider services, Settings settings)
        {
            public IExecutor Create(string name)
            {
                foreach (var provider in providers)
                {
                    if (provider.TryResolve(name) is { } claimed)
                    {
                        return claimed;
                    }
                }

                return new Shell(services, settings);
            }
        }

        public sealed class Agent(IChatClient client, Factory factory)
        {
            public async Task Run(string question)
            {
                var answer = (await client.GetResponseAsync(question)).Text;
                factory.Create(answer).Execute({{(shell.Contains("argument)") ? "{|GG6001:answer|}" : "answer")}});
            }
        }
        """;

    [Theory]
    [InlineData("", "public sealed class Shell(IServiceProvider services, Settings settings) : IExecutor { public void Execute(string argument) { _ = services; Process.Start(settings.Program); } }")]
    [InlineData("string Name { get; }", "public sealed class Shell(IServiceProvider services, Settings settings) : IExecutor { public string Name => \"shell\"; public void Execute(string argument) { _ = settings; Process.Start(services.GetRequiredService<Settings>().Program); } }")]
    public Task What_it_was_set_up_with(string members, string shell) => Verify.SilentAsync(Program(members, shell.Replace("(string argument)", "(string input)")));

    [Fact]
    public Task What_it_is_given() => Verify.ReportsAsync(Program(
        "", "public sealed class Shell(IServiceProvider services, Settings settings) : IExecutor { public void Execute(string argument) { _ = services; _ = settings; Process.Start(argument); } }"));
}
