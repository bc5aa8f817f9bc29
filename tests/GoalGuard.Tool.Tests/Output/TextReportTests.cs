using GoalGuard.Tool.Output;
using GoalGuard.Tool.Scanning;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Output;

public sealed class TextReportTests
{
    private static readonly string[] Rules = ["GG0006", "GG0007", "GG2001", "GG6001"];

    [Fact]
    public void Findings_stand_below_their_pathway_with_their_steps()
    {
        var properties = new Dictionary<string, string> { ["steps"] = "source|model output\nact|Process.Start" };

        var text = Write(Logs.Result("GG6001", line: 9, properties: properties, steps: [3, 9]), Logs.Result("GG2001", message: "selected", line: 20));

        Assert.Equal(
            """
            Pathway 2: outcome conditioning
              GG2001 warning src folder/Code.cs:20:5
                selected

            Text to behaviour (tool use)
              GG6001 warning src folder/Code.cs:9:5
                message
                  source  model output  src folder/Code.cs:3:5
                  act     Process.Start  src folder/Code.cs:9:5

            Recognised
              0 model calls, 0 tools, 0 grants, 0 effects

            Projects
              analysed App.csproj (net10.0)

            2 warnings and 0 infos in 1 analysed project.

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_inventory_is_counted_and_no_finding()
    {
        var text = Write(Inventory("model-call", 1), Inventory("model-call", 2), Inventory("effect", 3), Inventory("unmodelled", 4));

        Assert.Contains("App.csproj: 2 model calls, 0 tools, 0 grants, 1 effect", text, StringComparison.Ordinal);
        Assert.Contains("Library.Ask  src folder/Code.cs:4:5", text, StringComparison.Ordinal);
        Assert.Contains("0 warnings and 0 infos", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_listed_in_short_and_no_findings()
    {
        var text = Write([.. Enumerable.Range(1, 8).Select(line => Logs.Result("GG0006", "note", $"limit {line}", line))]);

        Assert.Contains("Limits of the analysis: 8", text, StringComparison.Ordinal);
        Assert.Contains("… and 3 more", text, StringComparison.Ordinal);
        Assert.Contains("0 warnings and 0 infos", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Scanned_text_neither_styles_nor_steers_the_terminal()
    {
        var properties = new Dictionary<string, string> { ["steps"] = "source|[bold]\u202estep[/]" };

        var text = Write(Logs.Result("GG6001", message: "[red]a\u001b[2Jb[/] [x", properties: properties, steps: 1));

        Assert.Contains("[red]a\\u{1B}[2Jb[/] [x", text, StringComparison.Ordinal);
        Assert.Contains("[bold]\\u{202E}step[/]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Long_lines_are_not_cut()
    {
        var message = new string('x', 400);

        Assert.Contains(message, Write(Logs.Result("GG6001", message: message)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_build_is_said_with_its_errors()
    {
        var result = Logs.Scan(Logs.Project("App", state: ProjectState.NotAnalysed)) with
        {
            BuildSucceeded = false,
            BuildErrors = [new BuildError("Code.cs(1,1): error CS1002: ; expected")],
        };

        var text = Write(result);

        Assert.Contains("NOT ANALYSED App.csproj (net10.0): a reason", text, StringComparison.Ordinal);
        Assert.Contains("The build failed. Its first errors:", text, StringComparison.Ordinal);
        Assert.Contains("error CS1002", text, StringComparison.Ordinal);
    }

    private static object Inventory(string kind, int line) =>
        Logs.Result("GG0007", "note", line: line, properties: new() { ["kind"] = kind, ["symbol"] = "Library.Ask" });

    private static string Write(params object[] results) => Write(Logs.Scan(Logs.Project("App", log: Logs.Log(results, Rules))));

    private static string Write(ScanResult result)
    {
        using var writer = new StringWriter();
        TextReport.Write(Terminal.Over(writer, isRedirected: true), result);
        return writer.ToString();
    }
}
