using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>One candidate at a time: proposed, tried or rated, kept if it is better, until it is good enough.</summary>
public class GG5004OptimiseTests
{
    internal static string Optimiser(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public interface ITests { Task<Outcome> RunAsync(string code); }
        public sealed record Outcome(bool Passed, int Failures, string Log);
        public enum Grade { Poor, Fair, Good }
        public sealed class Optimiser(IChatClient client, IChatClient judge, ITests tests)
        {
            private string _best = "";
            private double _score;
            {{members}}

            public async Task<string> RunAsync(string task, int limit, CancellationToken token)
            {
                {{body}}
                return task;
            }

            private async Task<string> ProposeAsync(string text) => (await client.GetResponseAsync("Better than this: " + text)).Text;

            private async Task<double> RateAsync(string text) => double.Parse((await judge.GetResponseAsync("How good is this, from 0 to 10? " + text)).Text);

            private static void Save(string text) => File.WriteAllText("/srv/best.txt", text);

            private static bool Build()
            {
                using var process = Process.Start(new ProcessStartInfo("dotnet", "build"))!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
        }
        """;

    [Theory]
    [InlineData("hill climbing", "var best = task; var top = 0.0; {|GG5004:while (true)|} { var next = await ProposeAsync(best); var score = await RateAsync(next); if (score > top) { best = next; top = score; Save(best); } }")]
    [InlineData("in one method", "var best = task; var top = 0.0; {|GG5004:while (true)|} { var next = (await client.GetResponseAsync(\"Better: \" + best)).Text; if (double.Parse((await judge.GetResponseAsync(\"Rate: \" + next)).Text) is var score && score > top) { best = next; top = score; Save(best); } }")]
    [InlineData("through fields", "{|GG5004:while (true)|} { var next = await ProposeAsync(_best); var score = await RateAsync(next); if (score > _score) { _best = next; _score = score; Save(_best); } }")]
    [InlineData("until the score is reached", "var draft = task; {|GG5004:while (true)|} { draft = await ProposeAsync(draft); Save(draft); if (await RateAsync(draft) >= 9) { break; } }")]
    [InlineData("do while", "string draft = task; double score; {|GG5004:do|} { draft = await ProposeAsync(draft); Save(draft); score = await RateAsync(draft); } while (score < 9);")]
    [InlineData("grade", "var draft = task; {|GG5004:while (true)|} { draft = await ProposeAsync(draft); Save(draft); if (Enum.Parse<Grade>((await judge.GetResponseAsync(\"Grade: \" + draft)).Text) == Grade.Good) { break; } }")]
    [InlineData("until it builds", "var code = task; {|GG5004:while (true)|} { code = await ProposeAsync(code); File.WriteAllText(\"/srv/Program.cs\", code); if (Build()) { break; } }")]
    [InlineData("exit code here", "var code = task; {|GG5004:while (true)|} { code = await ProposeAsync(code); File.WriteAllText(\"/srv/Program.cs\", code); using var process = Process.Start(new ProcessStartInfo(\"dotnet\", \"build\"))!; process.WaitForExit(); if (process.ExitCode == 0) { return code; } }")]
    [InlineData("until the tests pass", "var code = task; {|GG5004:while (true)|} { code = await ProposeAsync(code); Save(code); var outcome = await tests.RunAsync(code); if (outcome.Passed) { break; } code += outcome.Log; }")]
    [InlineData("fewest failures", "var code = task; var least = int.MaxValue; {|GG5004:while (true)|} { var next = await ProposeAsync(code); Save(next); var outcome = await tests.RunAsync(next); if (outcome.Failures < least) { code = next; least = outcome.Failures; } }")]
    [InlineData("in a lambda", "Func<Task> climb = async () => { var draft = task; {|GG5004:while (true)|} { draft = await ProposeAsync(draft); Save(draft); if (await RateAsync(draft) >= 9) { break; } } }; await climb();")]
    [InlineData("step in a helper", "{|GG5004:while (!await StepAsync())|} { }", "private async Task<bool> StepAsync() { _best = await ProposeAsync(_best); Save(_best); return await RateAsync(_best) >= 9; }")]
    [InlineData("recursion", "await ImproveAsync(task);", "private async Task ImproveAsync(string draft) { var next = await ProposeAsync(draft); Save(next); if (await RateAsync(next) < 9) { await {|GG5004:ImproveAsync(next)|}; } }")]
    public async Task Forms_of_optimisation(string form, string body, string members = "")
    {
        var report = (await Verify.ReportsAsync(Optimiser(body, members))).Single();
        Assert.True(report.Severity == DiagnosticSeverity.Warning, form + ": " + report.GetMessage());
    }

    [Theory]
    [InlineData("var draft = task; {|GG5004:for (var i = 0; i < 5; i++)|} { draft = await ProposeAsync(draft); Save(draft); if (await RateAsync(draft) >= 9) { break; } }", "the rounds are bounded")]
    [InlineData("var draft = task; {|GG5004:while (true)|} { draft = await ProposeAsync(draft); if (await RateAsync(draft) >= 9) { break; } }", "nothing in sight acts on it")]
    [InlineData("var code = task; {|GG5004:for (var i = 0; limit < 1 || i < limit; i++)|} { if (Build()) { break; } code = await ProposeAsync(code); File.WriteAllText(\"/srv/Program.cs\", code); }", "acts on it")]
    public async Task Bounds_and_trials_that_change_nothing_lower(string body, string text)
    {
        var report = (await Verify.ReportsAsync(Optimiser(body))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Contains(text, report.GetMessage());
    }

    [Theory]
    [InlineData("var draft = task; for (var i = 0; i < 5; i++) { draft = await ProposeAsync(draft); if (await RateAsync(draft) >= 9) { break; } }")]
    [InlineData("var best = task; var top = 0.0; for (var i = 0; i < 5; i++) { var next = await ProposeAsync(best); var score = await RateAsync(next); if (score > top) { best = next; top = score; } } Save(best);")]
    [InlineData("var draft = task; while (true) { Console.ReadLine(); draft = await ProposeAsync(draft); Save(draft); if (await RateAsync(draft) >= 9) { break; } }")]
    [InlineData("var draft = task; while (!token.IsCancellationRequested) { draft = await ProposeAsync(draft); if (await RateAsync(draft) >= 9) { break; } }")]
    public Task Bounded_trials_that_change_nothing_are_silent(string body) => Verify.SilentAsync(Optimiser(body));

    private const string InContainer =
        "code = await ProposeAsync(code); using var trial = Process.Start(\"docker\", $\"run --rm --network none python:3.12 python -c \\\"{code}\\\"\")!; trial.WaitForExit(); if (trial.ExitCode == 0) { return code; }";

    [Fact]
    public Task Bounded_trials_in_a_sandbox_are_silent() => Verify.SilentAsync(Optimiser("var code = task; for (var i = 0; i < 5; i++) { " + InContainer + " }"));

    [Fact]
    public async Task A_sandbox_alone_bounds_nothing()
    {
        var report = (await Verify.ReportsAsync(Optimiser("var code = task; {|GG5004:while (true)|} { " + InContainer + " }"))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
    }

    [Theory]
    [InlineData("var draft = task; {|GG1001:while (true)|} { draft = await ProposeAsync(draft); Save(draft); if ((await judge.GetResponseAsync(\"Approve? \" + draft)).Text.Contains(\"APPROVED\")) { break; } }")]
    [InlineData("var draft = task; {|GG1001:while (!draft.EndsWith(\"DONE\"))|} { draft = await ProposeAsync(draft); Save(draft); }")]
    [InlineData("var draft = task; {|GG1001:while (true)|} { var answer = (await client.GetResponseAsync<Said>(\"Better: \" + draft)).Result; draft = answer.Text; Save(draft); if (answer.Confidence > 0.9) { break; } }", "public sealed record Said(string Text, double Confidence);")]
    public Task The_models_own_word_for_stopping_is_a_matter_of_imitation(string body, string members = "") => Verify.ReportsAsync(Optimiser(body, members));

    [Fact]
    public async Task The_message_names_what_is_measured()
    {
        var report = (await Verify.ReportsAsync(Optimiser("var code = task; {|GG5004:while (true)|} { code = await ProposeAsync(code); File.WriteAllText(\"/srv/Program.cs\", code); if (Build()) { break; } }"))).Single();
        Assert.StartsWith("What ChatClientExtensions.GetResponseAsync proposes is optimised: Process.ExitCode rates it and says when to stop, ", report.GetMessage());
        Assert.Equal(report.AdditionalLocations.Count, report.Properties["steps"]!.Split('\n').Length);
    }

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        public sealed class Repair(Fixer fixer, Builder builder)
        {
            public async Task RunAsync(string code) { {|GG5004:while (!builder.Builds())|} { code = await fixer.FixAsync(code); File.WriteAllText("/srv/Program.cs", code); } }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Fixer(IChatClient client) { public async Task<string> FixAsync(string code) => (await client.GetResponseAsync("Fix: " + code)).Text; }
        """,
        """
        public sealed class Builder
        {
            public bool Builds() { using var process = Process.Start("dotnet", "build"); process.WaitForExit(); return process.ExitCode == 0; }
        }
        """);
}
