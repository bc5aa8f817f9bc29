namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Approvals of the program's own that always say yes, and settings by which they are left out.</summary>
public class GG6022CallbackTests
{
    private static string Program(string make, string tools, string types = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Shell({{tools}}

        public static class Maker
        {
            public static object Make(bool isQuiet)
            {
                {{make}}
            }

            private static bool Yes(string command) => true;

            private static bool Ask(string command) => Console.ReadLine() == "y";

            private static Task<bool> YesAsync(string command) => Task.FromResult(true);
        }

        {{types}}
        """;

    private const string Delegate = """
        Func<string, bool> confirm)
        {
            public AIFunction Tool() => AIFunctionFactory.Create(Run);

            public string Run(string command)
            {
                if (!confirm(command)) return "refused";
                return System.Diagnostics.Process.Start(command).ProcessName;
            }
        }
        """;

    [Theory]
    [InlineData("return new Shell({|GG6022:_ => true|});")]
    [InlineData("return new Shell({|GG6022:command => { Console.WriteLine(command); return true; }|});")]
    [InlineData("return new Shell({|GG6022:Yes|});")]
    [InlineData("return new Shell({|GG6022:command => { Console.WriteLine(File.ReadAllText(\"policy.txt\")); return true; }|});")]
    [InlineData("var gate = new SemaphoreSlim(1); return new Shell({|GG6022:command => { gate.Wait(); Console.WriteLine(command); gate.Release(); return true; }|});")]
    [InlineData("Func<string, bool> yes = {|GG6022:_ => true|}; return new Shell(yes);")]
    [InlineData("return With({|GG6022:_ => true|}); static Shell With(Func<string, bool> asked) => new(asked);")]
    [InlineData("return new Shell({|GG6022:delegate { return true; }|});")]
    [InlineData("Func<Shell> make = () => new Shell({|GG6022:_ => true|}); return make();")]
    public Task A_delegate_that_always_says_yes(string make) => Verify.ReportsAsync(Program(make, Delegate));

    [Theory]
    [InlineData("return new Shell(Ask);")]
    [InlineData("return new Shell(command => command == \"date\");")]
    [InlineData("return new Shell(_ => false);")]
    [InlineData("TextReader keyboard = Console.In; return new Shell(command => { Console.Write(command); if (keyboard.ReadLine() is not { } line) return false; return line == \"y\"; });")]
    [InlineData("return new Shell(command => { Console.Write(command); return Console.ReadLine() == \"y\"; });")]
    [InlineData("return new Shell(command => command.Length < 10 ? true : throw new InvalidOperationException());")]
    public Task A_delegate_that_may_refuse(string make) => Verify.SilentAsync(Program(make, Delegate));

    [Fact]
    public async Task A_delegate_by_setting_is_an_info()
    {
        var report = Assert.Single(await Verify.ReportsAsync(Program("return new Shell(isQuiet ? {|GG6022:_ => true|} : Ask);", Delegate)));
        Assert.Equal("I", report.Properties["level"]);
    }

    private const string Property = """
        int limit)
        {
            public required Func<string, Task<bool>> ApproveAsync { get; init; }

            public AIFunction Tool() => AIFunctionFactory.Create(RunAsync);

            public async Task<string> RunAsync(string command)
            {
                if (limit > 0 && await ApproveAsync.Invoke(command)) return System.Diagnostics.Process.Start(command).ProcessName;
                return "refused";
            }
        }
        """;

    [Theory]
    [InlineData("return new Shell(1) { ApproveAsync = {|GG6022:_ => Task.FromResult(true)|} };")]
    [InlineData("return new Shell(1) { ApproveAsync = {|GG6022:async command => { await Task.Yield(); return true; }|} };")]
    [InlineData("return new Shell(1) { ApproveAsync = {|GG6022:YesAsync|} };")]
    public Task A_property_that_always_says_yes(string make) => Verify.ReportsAsync(Program(make, Property));

    private const string Service = """
        IApprover approver)
        {
            public AIFunction Tool() => AIFunctionFactory.Create(RunAsync);

            public async Task<string> RunAsync(string command)
            {
                if (!await approver.IsApprovedAsync(command)) return "refused";
                return System.Diagnostics.Process.Start(command).ProcessName;
            }
        }
        """;

    private const string Approvers = """
        public interface IApprover { Task<bool> IsApprovedAsync(string command); }
        public sealed class Everything : IApprover { public Task<bool> IsApprovedAsync(string command) => Task.FromResult(true); }
        public sealed class Person : IApprover { public Task<bool> IsApprovedAsync(string command) => Task.FromResult(Console.ReadLine() == "y"); }
        """;

    [Theory]
    [InlineData("return new Shell({|GG6022:new Everything()|});")]
    [InlineData("IApprover approver = {|GG6022:new Everything()|}; return new Shell(approver);")]
    [InlineData("var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection(); return {|GG6022:Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IApprover, Everything>(services)|};")]
    public Task A_service_that_always_says_yes(string make) => Verify.ReportsAsync(Program(make, Service, Approvers));

    [Fact]
    public Task A_service_that_asks() => Verify.SilentAsync(Program("return new Shell(new Person());", Service, Approvers));

    [Theory]
    [InlineData("return {|GG6022:true|};")]
    [InlineData("Console.WriteLine(command); return {|GG6022:true|};")]
    public Task A_method_that_always_says_yes(string body) => Verify.ReportsAsync(Program("return 1;", Own(body)));

    [Theory]
    [InlineData("return Console.ReadLine() == \"y\";")]
    [InlineData("Console.ReadLine(); return true;")]
    [InlineData("if (command.Length > 20) return false; return true;")]
    public Task A_method_that_may_refuse(string body) => Verify.SilentAsync(Program("return 1;", Own(body)));

    private static string Own(string body) => $$"""
        int limit)
        {
            public AIFunction Tool() => AIFunctionFactory.Create(Run);

            public string Run(string command) => limit > 0 && AskForApproval(command) ? System.Diagnostics.Process.Start(command).ProcessName : "refused";

            private static bool AskForApproval(string command) { {{body}} }
        }
        """;

    private const string Setting = """
        Settings settings)
        {
            public AIFunction Tool() => AIFunctionFactory.Create(Run);

            public string Run(string command)
            {
                if (settings.AutoApprove || Confirm(command)) return System.Diagnostics.Process.Start({|GG6001:command|}).ProcessName;
                return "refused";
            }

            private static bool Confirm(string command) => Console.ReadLine() == "y";
        }

        public sealed class Settings { public bool AutoApprove { get; set; } }
        """;

    [Theory]
    [InlineData("return new Shell(new Settings { AutoApprove = {|GG6022:true|} });")]
    [InlineData("var settings = new Settings(); settings.AutoApprove = {|GG6022:true|}; return new Shell(settings);")]
    public Task A_setting_that_leaves_the_question_out(string make) => Verify.ReportsAsync(Program(make, Setting));

    [Theory]
    [InlineData("return new Shell(new Settings { AutoApprove = false });")]
    [InlineData("return new Shell(new Settings());")]
    public Task A_setting_that_does_not(string make) => Verify.SilentAsync(Program(make, Setting.Replace("{|GG6001:command|}", "command", StringComparison.Ordinal)));

    [Fact]
    public Task A_setting_that_may() => Verify.ReportsAsync(Program("return new Shell(new Settings { AutoApprove = isQuiet });", Setting));

    [Fact]
    public Task Reviews_of_data_are_no_approvals() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Invoices(IChatClient chat)
        {
            public bool Pay(int amount) => IsApproved(amount);

            private static bool IsApproved(int amount) => true;

            public async Task<string> Describe(int amount) => (await chat.GetResponseAsync($"Describe {amount}.")).Text;
        }
        """);
}
