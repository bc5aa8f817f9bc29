namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Arguments and input of a program that helpers fill: the program, and what stands before, is known to their caller alone.</summary>
public class GG6001ArgumentHelperTests
{
    private static string Tool(string body) => $$"""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class Tools
        {
            [McpServerTool]
            public static void Execute(string code)
            {
                {{body}}
            }

            private static void AnnounceCode(ProcessStartInfo start) => start.ArgumentList.Add("-c");

            private static void AddScript(ProcessStartInfo start) => start.ArgumentList.Add("/opt/tools/report.py");

            private static void AddText(ProcessStartInfo start, string text) => start.ArgumentList.Add(text);

            private static void AddTextBelow(ProcessStartInfo start, string text) => AddText(start, text);

            private static void Type(Process process, string text) => process.StandardInput.WriteLine(text);
        }
        """;

    [Theory]
    [InlineData("var start = new ProcessStartInfo(\"python3\"); AnnounceCode(start); AddText(start, {|GG6001:code|}); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"bash\"); start.ArgumentList.Add(\"-c\"); AddText(start, {|GG6001:code|}); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo { FileName = \"bash\" }; AnnounceCode(start); AddTextBelow(start, {|GG6001:code|}); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(); AnnounceCode(start); AddText(start, {|GG6001:code|}); start.FileName = \"bash\"; Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"bash\"); AnnounceCode(start); start.ArgumentList.Add({|GG6001:code|}); Process.Start(start);")]
    [InlineData("var shell = Process.Start(new ProcessStartInfo(\"bash\") { RedirectStandardInput = true })!; Type(shell, {|GG6001:code|});")]
    public Task An_interpreter_runs_what_helpers_add(string body) => Verify.ReportsAsync(Tool(body));

    [Theory]
    [InlineData("var start = new ProcessStartInfo(\"git\"); AddText(start, code); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"python3\"); AddScript(start); AddText(start, code); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"python3\"); AddScript(start); start.ArgumentList.Add(code); Process.Start(start);")]
    [InlineData("var tool = Process.Start(new ProcessStartInfo(\"sort\") { RedirectStandardInput = true })!; Type(tool, code);")]
    public Task Arguments_of_other_programs_are_silent(string body) => Verify.SilentAsync(Tool(body));
}
