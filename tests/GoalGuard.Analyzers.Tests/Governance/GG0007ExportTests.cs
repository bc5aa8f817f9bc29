using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>What a scan hands on to projects that reference the program: lines of a models file.</summary>
public class GG0007ExportTests
{
    private static readonly Dictionary<string, string> Scan = new() { ["build_property.GoalGuardScan"] = "true" };

    private static async Task<string[]> Exports(TestProgram program)
    {
        Assert.Empty(program.Compile().GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        var full = await AnalysisRun.FullAsync(program);
        var perDocument = await AnalysisRun.PerDocumentAsync(program);
        Assert.Equal(full.Select(Verify.Whole), perDocument.Select(Verify.Whole));
        return [.. full.Where(report => report.Id == "GG0007" && report.Properties["kind"] == "export").Select(report => report.Properties["export"]!).Order(StringComparer.Ordinal)];
    }

    private static async Task Expect(string[] lines, params string[] sources) => Assert.Equal(lines, await Exports(new TestProgram(sources) { Options = Scan }));

    [Theory]
    [InlineData("public Task<string> M(string q) => client.GetResponseAsync(q).ContinueWith(r => r.Result.Text);", "model-call M:C.M(System.String) return")]
    [InlineData("public async Task<string> M(string q) => (await client.GetResponseAsync(q)).Text;", "model-call M:C.M(System.String) return")]
    [InlineData("protected async Task<ChatResponse> M(string q) => await client.GetResponseAsync(q);", "model-call M:C.M(System.String) return")]
    [InlineData("public async Task<List<string>> M(string q) { var r = await client.GetResponseAsync(q); return new List<string> { r.Text }; }", "model-call M:C.M(System.String) return")]
    [InlineData("public string M => client.GetResponseAsync(\"?\").Result.Text;", "model-output-member P:C.M return")]
    [InlineData("public void M(out string s) => s = client.GetResponseAsync(\"?\").Result.Text;", "model-output-member M:C.M(System.String@) arg:s!")]
    [InlineData("public string? Last { get; private set; } private async Task M(string q) => Last = (await client.GetResponseAsync(q)).Text;", "model-output-member P:C.Last return")]
    [InlineData("private async Task<string> M(string q) => (await client.GetResponseAsync(q)).Text;")]
    [InlineData("public async Task M(string q) => Console.WriteLine((await client.GetResponseAsync(q)).Text);")]
    [InlineData("public async Task<int> M(string q) => int.Parse((await client.GetResponseAsync(q)).Text);")]
    [InlineData("public async Task<string> M(string q) => (await client.GetResponseAsync(q)).Text is \"yes\" ? \"a\" : \"b\";")]
    public Task Wrappers_of_a_model(string member, params string[] lines) =>
        Expect(lines, $$"""
            using Microsoft.Extensions.AI;
            public class C(IChatClient client) { {{member}} }
            """);

    [Fact]
    public Task An_answer_that_is_an_object_of_the_program_says_so_where_it_is_read() => Expect(
        ["model-output-member P:Reply.Text return"],
        """
        using Microsoft.Extensions.AI;
        public class Reply { public string Text { get; set; } = ""; public string Question { get; set; } = ""; }
        public class C(IChatClient client)
        {
            public async Task<Reply> M(string q) => new Reply { Text = (await client.GetResponseAsync(q)).Text, Question = q };
        }
        """);

    [Theory]
    [InlineData("public static void M(string s) => Process.Start(\"bash\", \"-c \" + s);", "effect:process M:C.M(System.String) arg:s")]
    [InlineData("public static void M(string s) => File.Delete(s);", "effect:file-delete M:C.M(System.String) arg:s")]
    [InlineData("public static void M(string a, string b) => Other(b); private static void Other(string s) => File.Delete(s);", "effect:file-delete M:C.M(System.String,System.String) arg:b")]
    [InlineData("public static void M(string[] s) => Process.Start(\"bash\", new[] { \"-c\", s[0] });", "effect:process M:C.M(System.String[]) arg:s[*] : shell text")]
    [InlineData("public C(string s) => File.Delete(s);", "effect:file-delete M:C.#ctor(System.String) arg:s")]
    [InlineData("public string S { set => File.Delete(value); }", "effect:file-delete P:C.S value")]
    [InlineData("internal static void M(string s) => File.Delete(s);")]
    [InlineData("public static void M(string s) => File.Delete(Path.GetFileName(s));")]
    [InlineData("public static void M(string s) => Process.Start(\"git\", new[] { \"log\", s });")]
    [InlineData("public static void M(string s) => Console.WriteLine(s);")]
    public async Task Members_that_act(string member, string? line = null)
    {
        var exports = await Exports(new TestProgram($"public class C {{ {member} }}") { Options = Scan, References = TestReferences.Framework });
        Assert.Equal(line is null ? [] : [line], exports.Select(export => line?.Contains("shell text") == true ? export : export.Split(" : ")[0]));
    }

    [Fact]
    public Task A_member_of_an_argument_and_a_switch_can_be_said() => Expect(
        ["effect:process M:C.Run(Job,System.Boolean) arg:job.Command when arg:now=true : arguments"],
        """
        public class Job { public string Command { get; set; } = ""; }
        public static class C
        {
            public static void Run(Job job, bool now) { if (now) Process.Start("bash", "-c " + job.Command); }
        }
        """);

    [Theory]
    [InlineData("public static bool M(string s) => s == \"ls\" || s == \"pwd\";", "sanitizer M:C.M(System.String) arg:s : membership")]
    [InlineData("public static void M(string s) { if (s is not (\"ls\" or \"pwd\")) throw new ArgumentException(s); }", "sanitizer M:C.M(System.String) arg:s : membership")]
    [InlineData("public static bool M(string s) => s.Contains(\"ls\") || s == \"bool\";")]
    [InlineData("private static bool M(string s) => s == \"ls\";")]
    public async Task Checks(string member, params string[] lines) =>
        Assert.Equal(lines, await Exports(new TestProgram($"public class C {{ {member} }}") { Options = Scan, References = TestReferences.Framework }));

    [Fact]
    public Task Interfaces_that_others_call_through_are_named() => Expect(
        ["effect:file-delete M:Cleaner.Clean(System.String) arg:path", "effect:file-delete M:ICleaner.Clean(System.String) arg:folder"],
        "public interface ICleaner { void Clean(string folder); }",
        "public class Cleaner : ICleaner { public void Clean(string path) => File.Delete(path); }",
        "internal class Hidden : ICleaner { public void Clean(string path) => Console.WriteLine(path); }");

    [Fact]
    public Task What_a_model_calls_is_named_with_what_others_implement() => Expect(
        [
            "tool-definition M:Cleaner.Clean(System.String) arg:path : called",
            "tool-definition M:ICleaner.Clean(System.String) arg:path : called",
        ],
        """
        using Microsoft.Extensions.AI;
        public interface ICleaner { void Clean(string path); }
        public class Cleaner : ICleaner
        {
            public void Clean(string path) => File.Delete(path);
            public AITool AsTool() => AIFunctionFactory.Create(Clean);
        }
        """);

    [Fact]
    public async Task What_annotations_say_needs_no_export() => Assert.Empty(await Exports(new TestProgram("""
        using GoalGuard.Annotations;
        public static class C { public static void M([Effect(EffectKinds.FileDelete)] string s) => File.Delete(s); }
        """) { Options = Scan, References = [.. TestReferences.Framework, TestReferences.Annotations] }));

    [Fact]
    public async Task What_the_user_says_of_own_members_is_handed_on_once() => Assert.Equal(
        ["model-call M:Oracle.Ask return"],
        await Exports(new TestProgram("public class Oracle { public string Ask(string q) => q; }")
        {
            Options = Scan,
            References = TestReferences.Framework,
            AdditionalFiles =
            [
                ("own.goalguard.models", "model-call M:Oracle.Ask return # ours\nmodel-call M:Other.Oracle.Ask return\neffect:process M:System.Console.Beep"),
                ("x.exports.goalguard.models", "model-call M:Oracle.Tell return"),
            ],
        }));

    [Theory]
    [InlineData("effect:file-delete M:Other.Cleaner.Clean arg:path", 0)]
    [InlineData("model-call M:Other.Oracle.Ask return", 1)]
    public async Task That_another_project_acts_makes_nobody_an_agent(string line, int effects)
    {
        var program = new TestProgram("class C { void M() => File.Delete(\"a\"); }")
        {
            Options = Scan,
            References = TestReferences.Framework,
            AdditionalFiles = [("Other.exports.goalguard.models", line)],
        };
        Assert.Equal(effects, (await AnalysisRun.FullAsync(program)).Length);
    }

    [Fact]
    public async Task A_build_exports_nothing() => Assert.Empty(await Exports(new TestProgram("public static class C { public static void M(string s) => File.Delete(s); }")));

    /// <summary>Three compilations, each of which is told what those before it export.</summary>
    [Fact]
    public async Task Exports_of_exports_reach_the_last()
    {
        const string Wrapper = """
            using Microsoft.Extensions.AI;
            public class Assistant(IChatClient client) { public async Task<string> ConsultAsync(string q) => (await client.GetResponseAsync(q)).Text; }
            """;
        const string Services = "public class Planner(Assistant assistant) { public async Task<string> PlanAsync(string goal) => await assistant.ConsultAsync(goal); }";
        const string App = "public class App { public async Task Run(Planner planner) => Process.Start(\"bash\", {|GG6001:\"-c \" + await planner.PlanAsync(\"?\")|}); }";
        var wrapper = DeclaredLibrary.Reference("Wrapper", Wrapper, TestReferences.All);
        var services = DeclaredLibrary.Reference("Services", Services, [.. TestReferences.Framework, wrapper]);
        var ofWrapper = string.Join("\n", await Exports(new TestProgram(Wrapper) { Options = Scan }));
        var ofServices = string.Join("\n", await Exports(new TestProgram(Services)
        {
            Options = Scan,
            References = [.. TestReferences.Framework, wrapper],
            AdditionalFiles = [("Wrapper.exports.goalguard.models", ofWrapper)],
        }));
        Assert.Equal("model-call M:Planner.PlanAsync(System.String) return", ofServices);
        await Verify.ReportsAsync(new TestProgram(App)
        {
            References = [.. TestReferences.Framework, wrapper, services],
            AdditionalFiles = [("Services.exports.goalguard.models", ofServices)],
        });
        await Verify.ReportsAsync(new TestProgram(App.Replace("{|GG6001:", "").Replace("|}", "")) { References = [.. TestReferences.Framework, wrapper, services] });
    }
}
