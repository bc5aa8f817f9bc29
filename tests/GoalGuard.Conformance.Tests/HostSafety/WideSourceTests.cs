namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>A thousand of everything that stands side by side.</summary>
public class WideSourceTests
{
    private const int Width = 1000;
    private const string Act = "Process.Start(\"bash\", \"-c \" + text);";

    [Fact]
    public Task Branches() => ReportsAsync("var text = command; " + Many(i => $"if (text.Length == {i}) text = text.Trim(); ") + Act);

    [Fact]
    public Task Locals() => ReportsAsync("var t0 = command; " + Many(i => $"var t{i + 1} = t{i}; ") + $"var text = t{Width}; {Act}");

    [Fact]
    public Task Elements() => ReportsAsync($"var texts = new[] {{ {Many(i => $"\"a{i}\", ")} command }}; var text = texts[5]; {Act}");

    [Fact]
    public Task Members_of_an_object() => BearsAsync(
        $"var all = new Dictionary<string, string> {{ {Many(i => $"[\"k{i}\"] = command, ")} }}; var text = all[\"k7\"]; {Act}");

    [Fact]
    public Task Switch_sections() => BearsAsync($"var text = command.Length switch {{ {Many(i => $"{i} => \"t{i}\", ")} _ => command }}; {Act}");

    [Fact]
    public Task Acts() => BearsAsync("var text = command; " + Many(_ => Act));

    [Fact]
    public Task Lambdas() => BearsAsync("var text = command; var all = new List<Action>(); " + Many(i => $"all.Add(() => {{ text += \"{i}\"; {Act} }}); "));

    [Fact]
    public Task Methods_in_a_chain() => BearsAsync("M0(command);", Many(i => $"void M{i}(string text) {{ M{i + 1}(text); }} ") + $"void M{Width}(string text) {{ {Act} }}");

    [Fact]
    public Task Methods_in_a_ring() => BearsAsync(
        "M0(command);", Many(i => $"void M{i}(string text) {{ if (text.Length > {i}) M{(i + 1) % Width}(text + \"x\"); else {{ {Act} }} }} "));

    [Fact]
    public Task Implementations() => BearsAsync(
        "one.Do(command);",
        "private IOne one = new C1(); interface IOne { void Do(string text); } " + Many(i => $"class C{i} : IOne {{ public void Do(string text) {{ {Act} }} }} "));

    [Fact]
    public Task Writers_of_a_field() => BearsAsync("kept = command;", "string kept = \"\"; " + Many(i => $"void W{i}() {{ kept = kept + \"{i}\"; var text = kept; {Act} }} "));

    private static async Task ReportsAsync(string body) => Assert.Equal("GG6001 x1", Findings.Of(await BearsAsync(body)));

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> BearsAsync(string body, string members = "") =>
        Host.BearsAsync($"using Microsoft.SemanticKernel; class Plugin {{ [KernelFunction] public void Run(string command) {{ {body} }} {members} }}");

    private static string Many(Func<int, string> part) => string.Concat(Enumerable.Range(0, Width).Select(part));
}
