namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How a model changes the machine that a program runs on, and what stands in the way.</summary>
public class GG6010MachineTests
{
    private static string Tool(string body, string members = "") => $$"""
        using Microsoft.Win32;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class MachineTools(RegistryKey settings)
        {
            private static readonly HashSet<string> Known = new() { "notepad", "calc" };
            {{members}}

            [McpServerTool]
            public string? Do(string text, int number, bool truth)
            {
                {{body}}
                return null;
            }
        }
        """;

    [Theory]
    [InlineData("Registry.SetValue({|GG6010:text|}, \"Run\", \"x\");")]
    [InlineData("Registry.SetValue(@\"HKEY_CURRENT_USER\\Software\\Acme\", \"Run\", {|GG6010:text|});")]
    [InlineData("settings.SetValue({|GG6010:text|}, 1);")]
    [InlineData("settings.DeleteSubKeyTree({|GG6010:text|});")]
    [InlineData("settings.OpenSubKey({|GG6010:text|}, true)?.SetValue(\"a\", \"b\");")]
    [InlineData("Environment.SetEnvironmentVariable({|GG6010:text|}, \"1\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"PATH\", {|GG6010:text|}, EnvironmentVariableTarget.User);")]
    [InlineData("Process.GetProcessById({|GG6010:number|}).Kill();")]
    [InlineData("using var found = Process.GetProcessById(number); found.{|GG6010:Kill|}(true);")]
    [InlineData("var found = Process.GetProcessById(int.Parse(text)); found.{|GG6010:Kill|}();")]
    [InlineData("foreach (var found in Process.GetProcessesByName(text)) { found.{|GG6010:Kill|}(); }")]
    [InlineData("foreach (var found in Process.GetProcessesByName(text)) { found.{|GG6010:CloseMainWindow|}(); }")]
    [InlineData("End({|GG6010:number|});", "private static void End(int id) => Process.GetProcessById(id).Kill();")]
    [InlineData("Set({|GG6010:text|});", "private static void Set(string value) => Environment.SetEnvironmentVariable(\"MODE\", value);")]
    [InlineData("var wanted = new Wanted(number); Process.GetProcessById({|GG6010:wanted.Id|}).Kill();", "private sealed record Wanted(int Id);")]
    [InlineData("Action end = () => Process.GetProcessById({|GG6010:number|}).Kill(); end();")]
    [InlineData("if (text == \"explorer\") return null; foreach (var found in Process.GetProcessesByName(text)) { found.{|GG6010:Kill|}(); }")]
    public Task A_tool_changes_what_the_model_names(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Theory]
    [InlineData("return (string?)Registry.GetValue(text, \"Run\", null);")]
    [InlineData("using var key = settings.OpenSubKey(text); return key?.Name;")]
    [InlineData("Registry.SetValue(@\"HKEY_CURRENT_USER\\Software\\Acme\", \"Volume\", number);")]
    [InlineData("return Environment.GetEnvironmentVariable(text);")]
    [InlineData("Environment.CurrentDirectory = text;")]
    [InlineData("Environment.Exit(number);")]
    [InlineData("if (!Known.Contains(text)) return null; foreach (var found in Process.GetProcessesByName(text)) { found.Kill(); }")]
    [InlineData("var name = text switch { \"notepad\" => \"notepad\", _ => \"calc\" }; foreach (var found in Process.GetProcessesByName(name)) { found.Kill(); }")]
    [InlineData("Console.Write(number); if (Console.ReadLine() != \"y\") return null; Process.GetProcessById(number).Kill();")]
    [InlineData("foreach (var found in Process.GetProcessesByName(\"notepad\")) { found.Kill(truth); }")]
    [InlineData("Process.GetCurrentProcess().Kill();")]
    [InlineData("var id = Array.IndexOf(new[] { 1, 2 }, number) < 0 ? 1 : 2; Process.GetProcessById(id).Kill();")]
    public Task Reading_known_names_approval_and_itself(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    /// <summary>What was started is GG6001's; that it is ended again is nobody's.</summary>
    [Theory]
    [InlineData("var started = Process.Start({|GG6001:text|}); started.WaitForExit(1000); started.Kill();")]
    [InlineData("using var started = new Process { StartInfo = new ProcessStartInfo({|GG6001:text|}) }; started.Start(); if (!started.WaitForExit(number)) started.Kill(true);")]
    [InlineData("using var started = Launch({|GG6001:text|}); started.Kill();", "private static Process Launch(string file) => Process.Start(new ProcessStartInfo(file))!;")]
    [InlineData("using var made = Make({|GG6001:text|}); made.Start(); End(made);",
        "private static Process Make(string file) => new() { StartInfo = new ProcessStartInfo(file) }; private static void End(Process process) => process.Kill();")]
    [InlineData("using var started = Process.Start(new ProcessStartInfo(\"python\") { RedirectStandardInput = true })!; started.StandardInput.WriteLine({|GG6001:text|}); End(started);",
        "private static void End(Process process) { if (!process.HasExited) process.Kill(true); }")]
    public Task What_the_tool_started_it_may_end(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Fact]
    public Task The_answer_of_a_model_ends_processes_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Care;
        public sealed class Doctor(IChatClient client, ISurgeon surgeon)
        {
            public async Task Run(string state)
            {
                var plan = (await client.GetResponseAsync<Plan>(state)).Result;
                surgeon.End({|GG6010:plan.ProcessId|});
                surgeon.Set({|GG6010:plan.Value|});
            }
        }

        public sealed record Plan(int ProcessId, string Value);
        """,
        """
        namespace Care;
        public interface ISurgeon
        {
            void End(int id);

            void Set(string value);
        }

        public sealed class Surgeon : ISurgeon
        {
            public void End(int id)
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }

            public void Set(string value) => Environment.SetEnvironmentVariable("MODE", value);
        }
        """);

    [Fact]
    public Task Keys_and_places_on_the_screen() => Verify.ReportsAsync(new TestProgram("""
        using Microsoft.Extensions.AI;
        using SharpHook;
        using SharpHook.Data;
        class Desktop(IChatClient client, IEventSimulator simulator)
        {
            public async Task Run(string goal)
            {
                var step = (await client.GetResponseAsync<Step>(goal)).Result;
                simulator.SimulateTextEntry({|GG6010:step.Text|});
                simulator.SimulateMouseMovement({|GG6010:step.X|}, step.Y);
                simulator.SimulateKeyPress({|GG6010:Enum.Parse<KeyCode>(step.Text)|});
                simulator.SimulateKeyPress(step.Text == "next" ? KeyCode.Down : KeyCode.Up);
                simulator.SimulateMousePress(MouseButton.Left);
            }
        }

        record Step(string Text, short X, short Y);
        """)
    {
        References = DeclaredLibrary.Beside("SharpHook", """
            namespace SharpHook.Data
            {
                public enum KeyCode { Up, Down }
                public enum MouseButton { Left, Right }
            }

            namespace SharpHook
            {
                using SharpHook.Data;
                public interface IEventSimulator
                {
                    int SimulateKeyPress(KeyCode keyCode);
                    int SimulateMouseMovement(short x, short y);
                    int SimulateMousePress(MouseButton button);
                    int SimulateTextEntry(string text);
                }
            }
            """),
    });

    [Fact]
    public Task Keys_of_another_library() => Verify.ReportsAsync(new TestProgram("""
        using ModelContextProtocol.Server;
        using WindowsInput;
        using WindowsInput.Native;
        [McpServerToolType]
        class Desktop
        {
            private readonly InputSimulator _input = new();

            [McpServerTool]
            public void Press(VirtualKeyCode key, string text, double x)
            {
                _input.Keyboard.KeyPress({|GG6010:key|});
                _input.Keyboard.TextEntry({|GG6010:text|});
                _input.Mouse.MoveMouseTo({|GG6010:x|}, 0);
                _input.Keyboard.KeyPress(VirtualKeyCode.RETURN);
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("WindowsInput", """
            namespace WindowsInput.Native
            {
                public enum VirtualKeyCode { RETURN, TAB }
            }

            namespace WindowsInput
            {
                using WindowsInput.Native;
                public interface IKeyboardSimulator { IKeyboardSimulator KeyPress(VirtualKeyCode keyCode); IKeyboardSimulator TextEntry(string text); }
                public interface IMouseSimulator { IMouseSimulator MoveMouseTo(double absoluteX, double absoluteY); }
                public class InputSimulator { public IKeyboardSimulator Keyboard => null; public IMouseSimulator Mouse => null; }
            }
            """),
    });

    [Fact]
    public Task Services() => Verify.ReportsAsync(new TestProgram("""
        using ModelContextProtocol.Server;
        using System.ServiceProcess;
        [McpServerToolType]
        class Services
        {
            private static readonly string[] Known = ["spooler"];

            [McpServerTool]
            public void Stop(string name)
            {
                using var service = new ServiceController(name);
                service.{|GG6010:Stop|}();
            }

            [McpServerTool]
            public void Restart(string name)
            {
                if (Known.Contains(name))
                {
                    using var service = new ServiceController(name);
                    service.Stop();
                    service.Start();
                }
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("System.ServiceProcess.ServiceController", """
            namespace System.ServiceProcess
            {
                public class ServiceController : IDisposable
                {
                    public ServiceController(string name) { }
                    public void Start() { }
                    public void Stop() { }
                    public void Dispose() { }
                }
            }
            """),
    });

    [Fact]
    public Task Scheduled_tasks() => Verify.ReportsAsync(new TestProgram("""
        using ModelContextProtocol.Server;
        using Microsoft.Win32.TaskScheduler;
        [McpServerToolType]
        class Schedule
        {
            [McpServerTool]
            public void Add(string program)
            {
                using var service = new TaskService();
                var definition = service.NewTask();
                definition.Actions.Add(new ExecAction(program));
                service.RootFolder.RegisterTaskDefinition("nightly", {|GG6010:definition|});
                service.RootFolder.DeleteTask({|GG6010:program|});
                service.RootFolder.DeleteTask("nightly");
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("Microsoft.Win32.TaskScheduler", """
            namespace Microsoft.Win32.TaskScheduler
            {
                public class TaskService : IDisposable { public TaskDefinition NewTask() => null; public TaskFolder RootFolder => null; public void Dispose() { } }
                public class TaskDefinition { public ActionCollection Actions => null; }
                public class ActionCollection : List<Action> { }
                public abstract class Action { }
                public class ExecAction : Action { public ExecAction(string path) { } }
                public class Task { }
                public class TaskFolder { public Task RegisterTaskDefinition(string path, TaskDefinition definition) => null; public void DeleteTask(string name) { } }
            }
            """),
    });
}
