using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text comes to run as code.</summary>
public class GG6002CodeTests
{
    /// <summary>C# scripting is part of the compiler that analyses, which test programs do not see.</summary>
    private static readonly IReadOnlyList<MetadataReference> Scripting = DeclaredLibrary.Beside("Microsoft.CodeAnalysis.CSharp.Scripting", """
        namespace Microsoft.CodeAnalysis.CSharp.Scripting
        {
            public static class CSharpScript
            {
                public static Task<object> EvaluateAsync(string code) => null;
                public static Microsoft.CodeAnalysis.Scripting.Script<object> Create(string code) => null;
            }
        }

        namespace Microsoft.CodeAnalysis.Scripting
        {
            public class Script<T> { public Task<object> RunAsync() => null; }
        }

        namespace Microsoft.CodeAnalysis
        {
            public abstract class SyntaxTree { }
            public abstract class Compilation { public object Emit(Stream peStream) => null; }
        }

        namespace Microsoft.CodeAnalysis.CSharp
        {
            public sealed class CSharpCompilation : Microsoft.CodeAnalysis.Compilation
            {
                public static CSharpCompilation Create(string assemblyName, IEnumerable<Microsoft.CodeAnalysis.SyntaxTree> syntaxTrees) => null;
                public CSharpCompilation AddSyntaxTrees(params Microsoft.CodeAnalysis.SyntaxTree[] trees) => null;
            }

            public abstract class CSharpSyntaxTree : Microsoft.CodeAnalysis.SyntaxTree
            {
                public static Microsoft.CodeAnalysis.SyntaxTree ParseText(string text) => null;
            }
        }
        """);

    private static readonly IReadOnlyList<MetadataReference> PowerShell = DeclaredLibrary.Beside("System.Management.Automation", """
        namespace System.Management.Automation
        {
            public sealed class PowerShell : IDisposable
            {
                public static PowerShell Create() => null;
                public static PowerShell Create(Runspaces.InitialSessionState initialSessionState) => null;
                public PowerShell AddScript(string script) => this;
                public PowerShell AddCommand(string cmdlet) => this;
                public PowerShell AddParameter(string parameterName, object value) => this;
                public List<object> Invoke() => null;
                public void Dispose() { }
            }

            public enum PSLanguageMode { FullLanguage, RestrictedLanguage, NoLanguage, ConstrainedLanguage }
        }

        namespace System.Management.Automation.Runspaces
        {
            public class InitialSessionState
            {
                public static InitialSessionState CreateDefault() => null;
                public PSLanguageMode LanguageMode { get; set; }
            }
        }
        """);

    private static Task ReportsAsync(IReadOnlyList<MetadataReference> references, params string[] sources) =>
        Verify.ReportsAsync(new TestProgram(sources) { References = references });

    private static string Tool(string body, string members = "") => $$"""
        using System.Reflection;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class CodeTools
        {
            {{members}}

            [McpServerTool]
            public async Task<string> Run(string text)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return new Jint.Engine().Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("new Jint.Engine().Execute({|GG6002:\"function f() {\" + text + \"}\"|}); return \"done\";")]
    [InlineData("return Assembly.LoadFrom({|GG6002:text|}).FullName!;")]
    [InlineData("return Assembly.Load({|GG6002:Convert.FromBase64String(text)|}).FullName!;")]
    [InlineData("return new AssemblyLoadContext(\"plug-ins\").LoadFromAssemblyPath({|GG6002:text|}).FullName!;")]
    [InlineData("return NativeLibrary.Load({|GG6002:text|}).ToString();")]
    [InlineData("var style = new System.Xml.Xsl.XslCompiledTransform(); style.Load({|GG6002:System.Xml.XmlReader.Create(new StringReader(text))|}, System.Xml.Xsl.XsltSettings.TrustedXslt, null); return \"loaded\";")]
    public Task A_tool_runs_what_the_model_writes(string body) => Verify.ReportsAsync(Tool(body));

    [Theory]
    [InlineData("return (await CSharpScript.EvaluateAsync({|GG6002:code|})).ToString();")]
    [InlineData("return (await CSharpScript.Create({|GG6002:code|}).RunAsync()).ToString();")]
    [InlineData("using var stream = new MemoryStream(); CSharpCompilation.Create(\"x\", {|GG6002:new[] { CSharpSyntaxTree.ParseText(code) }|}).Emit(stream); return \"compiled\";")]
    [InlineData("using var stream = new MemoryStream(); var compilation = CSharpCompilation.Create(\"x\", []).AddSyntaxTrees(CSharpSyntaxTree.ParseText(code)); compilation.{|GG6002:Emit|}(stream); return \"compiled\";")]
    public Task An_answer_is_compiled_or_scripted(string body) => ReportsAsync(Scripting, $$"""
        using Microsoft.CodeAnalysis.CSharp;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        using Microsoft.Extensions.AI;
        class Programmer(IChatClient client)
        {
            public async Task<string> Run(string task)
            {
                var code = (await client.GetResponseAsync("Write C# for: " + task)).Text;
                {{body}}
            }
        }
        """);

    [Fact]
    public Task What_was_compiled_is_loaded_and_called_in_the_same_report() => ReportsAsync(Scripting, """
        using System.Reflection;
        using Microsoft.CodeAnalysis.CSharp;
        using Microsoft.Extensions.AI;
        class Programmer(IChatClient client)
        {
            public async Task<object?> Run(string task)
            {
                var code = (await client.GetResponseAsync("Write C# for: " + task)).Text;
                var name = (await client.GetResponseAsync("Which class?")).Text;
                var compilation = CSharpCompilation.Create("x", [CSharpSyntaxTree.ParseText(code)]);
                using var stream = new MemoryStream();
                compilation.{|GG6002:Emit|}(stream);
                var assembly = Assembly.Load(stream.ToArray());
                var type = assembly.GetType(name)!;
                return type.GetMethod(name)!.Invoke(Activator.CreateInstance(type), null);
            }
        }
        """);

    [Theory]
    [InlineData("shell.AddScript({|GG6002:script|}); return shell.Invoke().Count;")]
    [InlineData("return shell.AddCommand({|GG6002:script|}).Invoke().Count;")]
    [InlineData("return shell.AddScript({|GG6002:script|}).AddParameter(\"Name\", script).Invoke().Count;")]
    public Task A_tool_runs_PowerShell(string body) => ReportsAsync(PowerShell, $$"""
        using System.Management.Automation;
        using Microsoft.SemanticKernel;
        public sealed class ShellPlugin
        {
            [KernelFunction]
            public int Run(string script)
            {
                using var shell = PowerShell.Create();
                {{body}}
            }
        }
        """);

    [Fact]
    public Task The_argument_of_a_constant_command_is_no_code() => ReportsAsync(PowerShell, """
        using System.Management.Automation;
        using Microsoft.SemanticKernel;
        public sealed class ShellPlugin
        {
            [KernelFunction]
            public int Find(string name)
            {
                using var shell = PowerShell.Create();
                return shell.AddCommand("Get-Process").AddParameter("Name", name).Invoke().Count;
            }
        }
        """);

    [Fact]
    public Task A_constrained_language_isolates() => ReportsAsync(PowerShell, """
        using System.Management.Automation;
        using System.Management.Automation.Runspaces;
        using Microsoft.SemanticKernel;
        public sealed class ShellPlugin
        {
            [KernelFunction]
            public int Run(string script)
            {
                var session = InitialSessionState.CreateDefault();
                session.LanguageMode = PSLanguageMode.ConstrainedLanguage;
                using var shell = PowerShell.Create(session);
                return shell.AddScript(script).Invoke().Count;
            }

            [KernelFunction]
            public int RunFreely(string script)
            {
                var session = InitialSessionState.CreateDefault();
                session.LanguageMode = PSLanguageMode.FullLanguage;
                using var shell = PowerShell.Create(session);
                return shell.AddScript({|GG6002:script|}).Invoke().Count;
            }
        }
        """);

    [Fact]
    public Task Python_in_the_process() => ReportsAsync(
        DeclaredLibrary.Beside("Python.Runtime", "namespace Python.Runtime { public static class PythonEngine { public static void Exec(string code) { } } }"),
        """
        using Microsoft.Extensions.AI;
        using Python.Runtime;
        class Analyst(IChatClient client)
        {
            public async Task Run(string question) => PythonEngine.Exec({|GG6002:(await client.GetResponseAsync(question)).Text|});
        }
        """);

    [Theory]
    [InlineData("\"dotnet\", [\"add\", \"package\", {0}]")]
    [InlineData("\"pip\", [\"install\", \"--user\", {0}]")]
    [InlineData("\"python3\", [\"-m\", \"pip\", \"install\", {0}]")]
    [InlineData("\"npm\", [\"install\", {0}]")]
    public Task A_package_that_the_model_chose_is_installed(string command) => Verify.ReportsAsync(Tool(
        "using var process = Process.Start(" + string.Format(command, "text").Replace("[", "{|GG6002:[").Replace("]", "]|}") + "); return \"installed\";"));

    [Fact]
    public Task A_package_installed_through_a_helper() => Verify.ReportsAsync(Tool(
        """
        Add("pip", {|GG6002:text|});
        Add("git", text);
        return "installed";
        """,
        """
        private static void Add(string program, string what)
        {
            var start = new ProcessStartInfo(program);
            start.ArgumentList.Add("install");
            start.ArgumentList.Add(what);
            Process.Start(start)!.Dispose();
        }
        """));

    [Theory]
    [InlineData("Process.Start(\"python3\", {|GG6002:[file]|});")]
    [InlineData("Process.Start(\"python3\", {|GG6002:file|});")]
    [InlineData("Process.Start(new ProcessStartInfo(\"python3\", {|GG6002:$\"\\\"{file}\\\"\"|}));")]
    [InlineData("Process.Start(new ProcessStartInfo { FileName = \"bash\", Arguments = {|GG6002:file|} });")]
    [InlineData("var start = new ProcessStartInfo(\"node\"); start.ArgumentList.Add({|GG6002:file|}); Process.Start(start);")]
    [InlineData("Process.Start({|GG6002:file|});")]
    public Task A_file_that_the_model_filled_is_run(string run) => Verify.ReportsAsync(Tool(
        "var file = Path.Combine(Path.GetTempPath(), \"script.py\"); await File.WriteAllTextAsync(file, text); " + run + " return \"ran\";"));

    [Theory]
    [InlineData("Process.Start(\"wc\", [file]);")]
    [InlineData("Process.Start(\"dotnet\", \"build\");")]
    [InlineData("Process.Start(\"python3\", [\"count.py\", file]);")]
    [InlineData("var page = Path.ChangeExtension(file, \".html\"); await File.WriteAllTextAsync(page, text); Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });")]
    [InlineData("File.Delete(file); File.Copy(file, file + \".bak\");")]
    public Task A_file_that_is_only_read_or_built_runs_nothing_of_the_model(string use) => Verify.SilentAsync(Tool(
        "var file = Path.Combine(Path.GetTempPath(), \"script.py\"); await File.WriteAllTextAsync(file, text); " + use + " return \"done\";"));

    [Fact]
    public Task A_helper_writes_the_file_and_runs_it() => Verify.ReportsAsync(Tool(
        "return Execute({|GG6002:text|});",
        """
        private static string Execute(string code)
        {
            var file = Path.GetTempFileName();
            File.WriteAllText(file, code);
            using var process = Process.Start("python3", [file]);
            process.WaitForExit();
            return "ran";
        }
        """));

    [Fact]
    public Task The_way_goes_through_a_service_of_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        namespace Calc;
        public sealed class CalcPlugin(IScripts scripts)
        {
            [KernelFunction]
            public string Compute(string formula)
            {
                return scripts.Run({|GG6002:formula|});
            }
        }
        """,
        """
        namespace Calc;
        public interface IScripts
        {
            string Run(string text);
        }

        public sealed class Scripts : IScripts
        {
            private readonly Jint.Engine _engine = new();

            public string Run(string text)
            {
                return _engine.Evaluate("(" + text + ")").ToString();
            }
        }
        """);

    [Fact]
    public Task The_code_waits_in_a_field_and_runs_in_a_lambda() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Programmer(IChatClient client)
        {
            private string _code = "";

            public async Task Write(string task) => _code = (await client.GetResponseAsync(task)).Text;

            public Func<string> Runner() => () => new Jint.Engine().Evaluate({|GG6002:_code|}).ToString();
        }
        """);

    [Fact]
    public Task Code_of_the_program_itself_does_not_count() => Verify.SilentAsync(Tool(
        """
        var engine = new Jint.Engine();
        engine.SetValue("input", text);
        engine.Execute("function size(s) { return s.length; }");
        return engine.Evaluate("size(input)").ToString();
        """));

    [Fact]
    public async Task A_formula_that_can_do_nothing_is_lowered()
    {
        var report = (await Verify.ReportsAsync(Tool("return new System.Data.DataTable().Compute({|GG6002:text|}, null).ToString()!;"))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Equal("I", report.Properties["level"]);
    }

    [Fact]
    public async Task A_report_says_what_is_missing()
    {
        var report = (await Verify.ReportsAsync(Tool("return new Jint.Engine().Evaluate({|GG6002:text|}).ToString();"))).Single();
        Assert.Contains("Tool parameter 'text'", report.GetMessage());
        Assert.Contains("a sandbox or an approval", report.GetMessage());
        Assert.Equal("effect:code-eval", report.Properties["effect"]);
        Assert.EndsWith("GG6002.md", report.Descriptor.HelpLinkUri);
    }

    [Theory]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string c) => new Jint.Engine().Evaluate(c; }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string c) => new Jint.Engine(o => o.).Evaluate($\"{c\"); }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));
}
