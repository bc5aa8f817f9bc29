namespace GoalGuard.Analyzers.Tests.ToolUse;

public class GG6001ProcessTests
{
    [Fact]
    public Task Model_text_in_an_argument_string() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("what next?");
                Process.Start("bash", {|GG6001:$"-c \"{response.Text}\""|});
            }
        }
        """);
}
