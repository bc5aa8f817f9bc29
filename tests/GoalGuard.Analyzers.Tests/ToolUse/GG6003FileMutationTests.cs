namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text comes to choose which file is changed.</summary>
public class GG6003FileMutationTests
{
    [Theory]
    [InlineData("File.WriteAllText({|GG6003:path|}, \"text\");")]
    [InlineData("File.WriteAllBytes({|GG6003:path|}, new byte[1]);")]
    [InlineData("File.WriteAllLines({|GG6003:path|}, new[] { \"text\" });")]
    [InlineData("File.AppendAllText({|GG6003:path|}, \"text\");")]
    [InlineData("await File.WriteAllTextAsync({|GG6003:path|}, \"text\");")]
    [InlineData("File.Delete({|GG6003:path|});")]
    [InlineData("File.Move({|GG6003:path|}, \"old.txt\");")]
    [InlineData("File.Move(\"new.txt\", {|GG6003:path|}, overwrite: true);")]
    [InlineData("File.Copy(\"new.txt\", {|GG6003:path|});")]
    [InlineData("using var stream = File.Create({|GG6003:path|});")]
    [InlineData("using var stream = File.OpenWrite({|GG6003:path|});")]
    [InlineData("using var stream = new FileStream({|GG6003:path|}, FileMode.Create);")]
    [InlineData("using var writer = new StreamWriter({|GG6003:path|});")]
    [InlineData("using var writer = File.CreateText({|GG6003:path|});")]
    [InlineData("Directory.CreateDirectory({|GG6003:path|});")]
    [InlineData("Directory.Delete({|GG6003:path|}, recursive: true);")]
    [InlineData("File.SetUnixFileMode({|GG6003:path|}, UnixFileMode.UserExecute);")]
    [InlineData("File.SetAttributes({|GG6003:path|}, FileAttributes.Hidden);")]
    [InlineData("new FileInfo({|GG6003:path|}).Delete();")]
    public Task A_tool_changes_the_file_that_the_model_names(string act) => Verify.ReportsAsync($$"""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class FileTools
        {
            [McpServerTool]
            public static async Task Change(string path)
            {
                {{act}}
                await Task.CompletedTask;
            }
        }
        """);

    [Fact]
    public Task A_file_name_out_of_the_answer() => Verify.ReportsAsync("""
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        class Coder(IChatClient client, string workspace)
        {
            private sealed record Edit(string Path, string Content);

            public async Task Run(string task)
            {
                var response = await client.GetResponseAsync($"Answer with a JSON array of edits. {task}");
                foreach (var edit in JsonSerializer.Deserialize<List<Edit>>(response.Text)!)
                {
                    var path = Path.Combine(workspace, edit.Path);
                    Directory.CreateDirectory({|GG6003:Path.GetDirectoryName(path)|}!);
                    await File.WriteAllTextAsync({|GG6003:path|}, edit.Content);
                }
            }
        }
        """);

    [Fact]
    public Task The_path_waits_in_a_field() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        public sealed class NotesPlugin
        {
            private string _file = "notes.md";

            [KernelFunction]
            public void Select(string file) => _file = file;

            [KernelFunction]
            public void Clear() => File.Delete({|GG6003:_file|});
        }
        """);

    [Fact]
    public Task A_storage_service_writes_the_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        namespace Notes;
        public sealed class NotesPlugin(IStorage storage)
        {
            [KernelFunction]
            public async Task<string> SaveAsync(string name, string text)
            {
                await storage.SaveAsync({|GG6003:name|}, text);
                return "saved";
            }
        }
        """,
        """
        namespace Notes;
        public interface IStorage
        {
            Task SaveAsync(string name, string text);
        }

        public sealed class Disk(string folder) : IStorage
        {
            public Task SaveAsync(string name, string text) => File.WriteAllTextAsync(Resolve(name), text);

            private string Resolve(string name) => Path.Combine(folder, name);
        }
        """);

    [Fact]
    public Task A_helper_builds_the_path() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Coder(IChatClient client)
        {
            public async Task Run()
            {
                var name = (await client.GetResponseAsync("Which file shall I create?")).Text;
                using var writer = new StreamWriter({|GG6003:InWorkspace(name)|});
                writer.WriteLine("// created");
            }

            private static string InWorkspace(string name) => $"{Environment.CurrentDirectory}/inbox/{name}";
        }
        """);

    [Fact]
    public Task A_tool_of_a_lambda_deletes() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static AIFunction Delete { get; } = AIFunctionFactory.Create(
                (string folder, string file) =>
                {
                    File.Delete({|GG6003:Path.Join(folder, file)|});
                    return "deleted";
                },
                "delete_file");
        }
        """);

    [Fact]
    public Task Streamed_parts_name_the_file() => Verify.ReportsAsync("""
        using Microsoft.Agents.AI;
        class Writer(AIAgent agent)
        {
            public async Task Run()
            {
                var name = "";
                await foreach (var update in agent.RunStreamingAsync("Name the report."))
                {
                    name += update.Text;
                }

                await File.WriteAllTextAsync({|GG6003:name + ".md"|}, "report");
            }
        }
        """);

    [Fact]
    public Task An_out_parameter_carries_the_path() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Coder(IChatClient client)
        {
            public async Task Run()
            {
                Split((await client.GetResponseAsync("First line path, then content.")).Text, out var path, out var content);
                File.WriteAllText({|GG6003:path|}, content);
            }

            private static void Split(string answer, out string path, out string content)
            {
                var end = answer.IndexOf('\n');
                path = answer.Substring(0, end);
                content = answer.Substring(end + 1);
            }
        }
        """);

    [Fact]
    public Task Source_and_target_of_a_move_are_one_report() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class FileTools
        {
            [McpServerTool]
            public static void Move(string from, string to) => File.Move({|GG6003:from|}, to);
        }
        """);

    [Fact]
    public async Task A_report_says_what_is_missing()
    {
        var report = (await Verify.ReportsAsync("""
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public static class FileTools
            {
                [McpServerTool]
                public static void Write(string path, string content) => File.WriteAllText({|GG6003:path|}, content);
            }
            """)).Single();
        Assert.Contains("Tool parameter 'path'", report.GetMessage());
        Assert.Contains("confinement to a root", report.GetMessage());
        Assert.Equal("effect:file-write", report.Properties["effect"]);
        Assert.Equal("W", report.Properties["level"]);
        Assert.Contains("CWE-22", report.Descriptor.CustomTags);
        Assert.EndsWith("GG6003.md", report.Descriptor.HelpLinkUri);
    }

    [Theory]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string path) { File.WriteAllText(Path.Combine(path, , \"x\"); } }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string path) { if (Path.GetFullPath(path).StartsWith( return; File.Delete(path) } }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string path { using (var s = new FileStream(path, FileMode.)) s.Write(; }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));

    [Fact]
    public Task Written_content_does_not_count() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Reporter(IChatClient client)
        {
            public async Task Run(string path)
            {
                var response = await client.GetResponseAsync("Write a report.");
                await File.WriteAllTextAsync(path, response.Text);
                File.AppendAllLines("log.txt", response.Text.Split('\n'));
                using var writer = new StreamWriter(Path.Combine(Path.GetTempPath(), "copy.md"));
                await writer.WriteAsync(response.Text);
            }
        }
        """);

    [Fact]
    public Task Reading_is_no_mutation() => Verify.SilentAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class FileTools
        {
            [McpServerTool]
            public static long Size(string path)
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
                return File.Exists(path) && !Directory.Exists(path) ? stream.Length + new FileInfo(path).Length : 0;
            }
        }
        """);

    [Fact]
    public Task A_file_that_the_person_names_is_rewritten() => Verify.SilentAsync("""
        using OpenAI.Chat;
        class Formatter(ChatClient client)
        {
            public async Task Run(string[] args)
            {
                foreach (var path in args)
                {
                    ChatCompletion better = await client.CompleteChatAsync("Improve: " + await File.ReadAllTextAsync(path));
                    await File.WriteAllTextAsync(Path.ChangeExtension(path, ".md"), better.Content[0].Text);
                }
            }
        }
        """);

    [Fact]
    public Task Names_made_by_the_program() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class NotesPlugin
        {
            [KernelFunction]
            public string Save(string text, int page, Guid id, DateTime day)
            {
                var path = $"notes/{day:yyyy-MM-dd}/{page}-{id:N}-{Guid.NewGuid()}-{text.Length}.md";
                File.WriteAllText(path, text);
                File.WriteAllText(Path.Combine("notes", Path.GetRandomFileName()), text);
                return path;
            }
        }
        """);

    private static string Steps(string type, string body) => $$"""
        using Microsoft.Extensions.AI;
        {{type}}
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var text = (await client.GetResponseAsync("Which file?")).Text;
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("record Step(string Path, string Other);", "var step = new Step(text, \"const\"); File.Delete({|GG6003:step.Path|});")]
    [InlineData("record struct Step(string Path, string Other);", "var step = new Step(Other: \"const\", Path: text); File.Delete({|GG6003:step.Path|});")]
    [InlineData("class Step(string path, string other) { public string Path { get; } = path; public string Other => other; }", "var step = new Step(text, \"const\"); File.Delete({|GG6003:step.Path|});")]
    [InlineData("class Step(string path, string other) { public string Path => path; public string Other => other; }", "var step = new Step(text, \"const\"); File.Delete({|GG6003:step.Path|});")]
    [InlineData("class Step { public Step(string path, string other) { Path = path; Other = other; } public string Path { get; } public string Other { get; } }", "var step = new Step(text, \"const\"); File.Delete({|GG6003:step.Path|});")]
    [InlineData("record Step(string Path, string Other);", "var (path, _) = new Step(text, \"const\"); File.Delete({|GG6003:path|});")]
    [InlineData("record Step(string Path, string Other);", "var step = new Step(text, \"const\") with { Other = \"other\" }; File.Delete({|GG6003:step.Path|});")]
    [InlineData("record Step(string Path, string Other);", "if (new Step(text, \"const\") is (var path, _)) File.Delete({|GG6003:path|});")]
    [InlineData("record Named(string Path); record Step(string Path, string Other) : Named(Path);", "var step = new Step(text, \"const\"); File.Delete({|GG6003:step.Path|});")]
    [InlineData("", "var file = new FileInfo(text); file.{|GG6003:Delete|}();")]
    public Task The_member_that_holds_the_text_is_reported(string type, string body) => Verify.ReportsAsync(Steps(type, body));

    [Theory]
    [InlineData("record Step(string Path, string Other);", "var step = new Step(text, \"const\"); File.Delete(step.Other);")]
    [InlineData("class Step(string path, string other) { public string Path { get; } = path; public string Other { get; } = other; }", "var step = new Step(text, \"const\"); File.Delete(step.Other);")]
    [InlineData("class Step(string path, string other) { public string Path => path; public string Other => other; }", "var step = new Step(text, \"const\"); File.Delete(step.Other);")]
    [InlineData("class Step { public Step(string path, string other) { Path = path; Other = other; } public string Path { get; } public string Other { get; } }", "var step = new Step(text, \"const\"); File.Delete(step.Other);")]
    [InlineData("record Step(string Path, string Other);", "var (_, other) = new Step(text, \"const\"); File.Delete(other);")]
    [InlineData("record Step(string Path, string Other);", "var step = new Step(text, \"const\") with { Path = \"other\" }; File.Delete(step.Path);")]
    public Task Members_beside_it_are_silent(string type, string body) => Verify.SilentAsync(Steps(type, body));
}
