using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway1Imitation;

/// <summary>Limits of rounds that a framework has, and the numbers that a program sets them to.</summary>
public class GG1002LimitTests
{
    private static string Client(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed record Settings(int Rounds);
        public sealed class Factory
        {
            {{members}}

            public IChatClient Make(IChatClient model) { {{body}} }
        }
        """;

    [Theory]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = {|GG1002:int.MaxValue|} };")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = {|GG1002:51|} };")]
    [InlineData("var client = new FunctionInvokingChatClient(model); client.MaximumIterationsPerRequest = {|GG1002:200|}; return client;")]
    [InlineData("return model.AsBuilder().UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = {|GG1002:1_000|}).Build();")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = {|GG1002:Most|} };", "private const int Most = 500;")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = _most };", "private readonly int _most = {|GG1002:500|};")]
    [InlineData("return Limited(model, {|GG1002:500|});", "private static IChatClient Limited(IChatClient model, int most) => new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = most };")]
    [InlineData("var settings = new Settings({|GG1002:500|}); return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = settings.Rounds };")]
    public async Task A_limit_that_is_none(string body, string members = "") =>
        Assert.Equal(DiagnosticSeverity.Warning, (await Verify.ReportsAsync(Client(body, members))).Single().Severity);

    [Theory]
    [InlineData("return new FunctionInvokingChatClient(model);")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = 50 };")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = Most };", "private const int Most = 5;")]
    [InlineData("return new FunctionInvokingChatClient(model) { MaximumConsecutiveErrorsPerRequest = 500 };")]
    [InlineData("var most = int.MaxValue; System.Console.WriteLine(most); return new FunctionInvokingChatClient(model);")]
    public Task A_limit_within_the_threshold(string body, string members = "") => Verify.SilentAsync(Client(body, members));

    [Fact]
    public async Task The_message_names_the_number_and_the_limit()
    {
        var report = (await Verify.ReportsAsync(Client("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = {|GG1002:999|} };"))).Single();
        Assert.StartsWith("'999' lifts the limit of rounds for FunctionInvokingChatClient.MaximumIterationsPerRequest", report.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        Client("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = Limits.Rounds };"),
        "public static class Limits { public static int Rounds { get; set; } = {|GG1002:300|}; }");

    [Theory]
    [InlineData("100", 0)]
    [InlineData("20", 1)]
    [InlineData("many", 1)]
    public async Task The_threshold_is_an_option_of_the_file(string most, int reports)
    {
        var program = new TestProgram(Client("return new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = 80 };"))
        {
            Options = new Dictionary<string, string> { ["goalguard.max_iterations"] = most },
        };
        Assert.Equal(reports, (await AnalysisRun.FullAsync(program)).Count(report => report.Id == "GG1002"));
    }
}
