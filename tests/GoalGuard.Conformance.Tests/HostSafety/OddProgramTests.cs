namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>Programs that are empty, wrong or go round in circles.</summary>
public class OddProgramTests
{
    [Theory]
    [InlineData("")]
    [InlineData("// nothing but a comment")]
    [InlineData("/* never closed")]
    [InlineData("using Microsoft.Extensions.AI;")]
    [InlineData(";")]
    [InlineData("}")]
    [InlineData("class")]
    [InlineData("\"never closed")]
    [InlineData("$\"{")]
    [InlineData("#if NEVER\nclass C { }\n")]
    public async Task Nothing_to_see(string source) => Assert.Empty(await Host.BearsAsync(source));

    [Fact]
    public Task Unknown_types_and_members() => Host.BearsAsync("""
        using Microsoft.Extensions.AI;
        using Nowhere.To.Be.Found;
        class Agent(IChatClient client, IMissing missing) : Absent<Agent>, IChatClient
        {
            [Unknown] public async Task<Gone> Run(Lost lost)
            {
                var response = await client.GetResponseAsync(missing.Ask(lost), nothing);
                Process.Start(response.Txet, undeclared);
                await foreach (var x in lost) Process.Start(x.Y.Z());
                return new() { A = response.Text, [0] = this[1], };
            }
        }
        """);

    [Fact]
    public Task Everything_declared_twice() => Host.BearsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            string _command = ""; string _command = "x";
            public async Task Run() { _command = (await client.GetResponseAsync("?")).Text; Process.Start("bash", _command); }
            public async Task Run() { var x = _command; var x = x; Process.Start("bash", "-c " + x); }
        }
        class Agent(IChatClient client) { public void Run() { } }
        interface Agent { void Run(); }
        """);

    /// <summary>The same file twice in one project, by a slip of a build script.</summary>
    [Fact]
    public Task The_same_source_twice()
    {
        var source = Corpus.All[0].Program().Sources[0].Text;
        return Host.BearsAsync(source, source);
    }

    [Fact]
    public Task Types_that_inherit_in_a_circle() => Host.BearsAsync("""
        using Microsoft.Extensions.AI;
        interface IA : IB { } interface IB : IA { Task<string> Ask(); }
        class A : B, IA { public override Task<string> Ask() => base.Ask(); } class B : A { public virtual Task<string> Ask() => Ask(); }
        class Agent(IA a, IChatClient client)
        {
            public async Task Run() { Process.Start("bash", "-c " + await a.Ask() + (await client.GetResponseAsync("?")).Text); }
        }
        """);

    [Fact]
    public Task A_tool_that_calls_itself() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        class Plugin
        {
            [KernelFunction]
            public void Run(string command, int times)
            {
                if (times > 0)
                {
                    Run(command, times - 1);
                }

                Process.Start("bash", {|GG6001:"-c " + command|});
            }
        }
        """);

    [Fact]
    public async Task Tools_that_call_each_other()
    {
        var reports = await Host.BearsAsync("""
            using Microsoft.SemanticKernel;
            class Plugin
            {
                [KernelFunction] public void Even(string command, int times) { if (times > 0) Odd(command, times - 1); Process.Start("bash", "-c " + command); }
                [KernelFunction] public void Odd(string command, int times) { if (times > 0) Even(command, times - 1); }
            }
            """);
        Assert.Contains(reports, report => report.Id == "GG6001");
    }

    [Fact]
    public async Task A_million_characters_on_one_line()
    {
        var filling = string.Concat(Enumerable.Repeat("text = text.Trim(); ", 500));
        var reports = await Host.BearsAsync(
            "using Microsoft.SemanticKernel; class Plugin { /*" + new string('x', 1_000_000) + "*/ [KernelFunction] public void Run(string command) { var text = command; "
            + filling + "Process.Start(\"bash\", \"-c \" + text + \"" + new string('y', 100_000) + "\"); } }");
        Assert.Equal("GG6001 x1", Findings.Of(reports));
    }
}
