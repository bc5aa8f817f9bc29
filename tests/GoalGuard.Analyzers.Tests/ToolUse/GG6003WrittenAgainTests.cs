namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What is written to a file takes nothing away from what was made sure of its path.</summary>
public class GG6003WrittenAgainTests
{
    private static string Program(string body) => $$"""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var reply = await client.GetResponseAsync("Report");
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("var path = Path.Combine(\"/data\", Path.GetFileName(reply.Text)); File.WriteAllText(path, reply.Text); File.AppendAllText(path, reply.Text);")]
    [InlineData("var path = Path.Combine(\"/data\", Path.GetFileName(reply.Text)); File.WriteAllText(path, reply.Text); File.Delete(path);")]
    [InlineData("foreach (var line in reply.Text.Split('\\n')) { var path = Path.Combine(\"/data\", Path.GetFileName(line)); File.WriteAllText(path, line); }")]
    [InlineData("var path = Path.GetFullPath(reply.Text); if (!path.StartsWith(\"/data/\")) return; File.WriteAllText(path, reply.Text); File.Delete(path);")]
    public Task A_confined_path_stays_confined(string body) => Verify.SilentAsync(Program(body));

    [Theory]
    [InlineData("var file = Path.Combine(Path.GetTempPath(), \"response.png\");")]
    [InlineData("var file = Path.Combine(Path.GetTempPath(), Path.GetFileName(reply.ResponseId!)); file = Path.ChangeExtension(file, \".png\");")]
    [InlineData("var file = Path.Combine(Path.GetTempPath(), Path.GetFileName(reply.ResponseId!)); if (DateTime.Now.Year > 2000) file = Path.ChangeExtension(file, \".png\");")]
    public Task A_picture_is_opened_in_a_viewer(string name) => Verify.SilentAsync(Program(
        name + " File.WriteAllText(file, reply.Text); Process.Start(new ProcessStartInfo { FileName = \"cmd.exe\", Arguments = $\"/C start {file}\" });"));

    [Fact]
    public Task A_script_runs_when_it_is_opened() => Verify.ReportsAsync(Program(
        "var file = Path.ChangeExtension(Path.GetTempFileName(), \"bat\"); File.WriteAllText(file, reply.Text); Process.Start(new ProcessStartInfo { FileName = \"cmd.exe\", Arguments = {|GG6002:$\"/C start {file}\"|} });"));
}
