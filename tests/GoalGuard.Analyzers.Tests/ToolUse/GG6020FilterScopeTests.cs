namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Filters and middleware in front of tools: which of them can refuse a call, and for whom they count.</summary>
public class GG6020FilterScopeTests
{
    private const string Plugin = "public sealed class Files { [KernelFunction] public void Write(string text) => File.WriteAllText(\"notes.txt\", text); }";

    private static string Kernel(string filter, string grant = "builder.Plugins.AddFromType<Files>();") => $$"""
        using Microsoft.SemanticKernel;
        {{Plugin}}
        public sealed class Gate : IFunctionInvocationFilter
        {
            private readonly HashSet<string> _known = new() { "Write" };
            private int _count;

            public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                {{filter}}
            }

            private async Task Go(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next) => await next(context);

            private async Task Ask(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                Console.WriteLine("y/n");
                if (Console.ReadLine() == "y") await next(context);
            }
        }
        public static class Program
        {
            public static Kernel Make() { var builder = Kernel.CreateBuilder(); {{grant}} return builder.Build(); }
        }
        """;

    [Theory]
    [InlineData("if (context.Arguments.Count > 3) throw new InvalidOperationException(); await next(context);")]
    [InlineData("if (!_known.Contains(context.Function.Name)) { context.Result = new FunctionResult(context.Function, \"refused\"); return; } await next(context);")]
    [InlineData("await Ask(context, next);")]
    [InlineData("switch (context.Function.Name) { case \"Write\": break; default: await next(context); break; }")]
    [InlineData("context.Result = new FunctionResult(context.Function, \"refused\"); await Task.CompletedTask;")]
    [InlineData("try { if (_count++ > 3) return; await next(context); } finally { Console.WriteLine(\"done\"); }")]
    public Task It_can_refuse(string filter) => Verify.SilentAsync(Kernel(filter));

    [Theory]
    [InlineData("if (_count++ > 3) { Console.WriteLine(\"often\"); } await next(context);")]
    [InlineData("if (_count++ > 3) { await next(context); return; } await next(context);")]
    [InlineData("try { await next(context); } catch (Exception exception) { Console.WriteLine(exception); throw; }")]
    [InlineData("if (context is null) throw new ArgumentNullException(nameof(context)); await next(context);")]
    [InlineData("await Go(context, next); if (_count++ > 3) return;")]
    [InlineData("await Task.Run(() => next(context)); if (_count > 3) throw new InvalidOperationException();")]
    public Task It_only_looks_on(string filter) => Verify.ReportsAsync(Kernel(filter, "builder.Plugins.{|GG6020:AddFromType<Files>|}();"));

    private const string Gate = """
        public sealed class Gate : IFunctionInvocationFilter
        {
            public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                Console.WriteLine("y/n");
                if (Console.ReadLine() == "y") await next(context);
            }
        }
        """;

    [Fact]
    public Task It_counts_for_the_kernel_that_it_is_added_to() => Verify.ReportsAsync($$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        {{Plugin}}
        {{Gate}}
        public static class Program
        {
            public static async Task Guarded()
            {
                var builder = Kernel.CreateBuilder();
                builder.Services.AddSingleton<IFunctionInvocationFilter, Gate>();
                var kernel = builder.Build();
                kernel.ImportPluginFromType<Files>();
                Console.WriteLine(await kernel.InvokePromptAsync("Tidy up"));
            }

            public static async Task Filtered()
            {
                var kernel = new Kernel();
                kernel.FunctionInvocationFilters.Add(new Gate());
                kernel.ImportPluginFromType<Files>();
                var other = new Kernel();
                other.{|GG6020:ImportPluginFromType<Files>|}();
                Console.WriteLine(await kernel.InvokePromptAsync("Tidy up"));
                Console.WriteLine(await other.InvokePromptAsync("Tidy up"));
            }

            public static async Task Open()
            {
                var kernel = new Kernel();
                kernel.{|GG6020:ImportPluginFromType<Files>|}();
                Console.WriteLine(await kernel.InvokePromptAsync("Tidy up"));
            }
        }
        """);

    [Theory]
    [InlineData("public static void Add(Kernel kernel) => kernel.FunctionInvocationFilters.Add(new Gate());")]
    [InlineData("public static Kernel Make() { var kernel = new Kernel(); kernel.FunctionInvocationFilters.Add(new Gate()); return kernel; }")]
    [InlineData("public static void Add(IServiceCollection services) => services.AddSingleton<IFunctionInvocationFilter, Gate>();")]
    [InlineData("private static readonly Kernel Shared = new(); public static void Add() => Shared.FunctionInvocationFilters.Add(new Gate());")]
    [InlineData("public static void Add() { var kernel = new Kernel(); kernel.FunctionInvocationFilters.Add(new Gate()); Use(kernel); } private static Kernel? _kept; private static void Use(Kernel kernel) => _kept = kernel;")]
    [InlineData("")]
    public Task Where_it_cannot_be_told_it_counts_for_the_program(string added) => Verify.SilentAsync($$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        {{Plugin}}
        {{Gate}}
        public static class Setup { {{added}} }
        public static class Program { public static void Fill(Kernel kernel) => kernel.ImportPluginFromType<Files>(); }
        """);

    private static string Middleware(string use, string grant) => $$"""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        public static class Program
        {
            public static async Task Run(IChatClient chat)
            {
                var agent = new ChatClientAgent(chat, tools: {{grant}});
                var asking = agent.AsBuilder().Use({{use}}).Build();
                Console.WriteLine(await asking.RunAsync("Tidy up"));
            }

            private static void Note(string text) => File.AppendAllText("notes.txt", text);

            private static async ValueTask<object?> Ask(AIAgent agent, FunctionInvocationContext context, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> next, CancellationToken token)
            {
                Console.WriteLine(context.Function.Name + "? (y/n)");
                return Console.ReadLine() == "y" ? await next(context, token) : "refused";
            }

            private static async ValueTask<object?> Log(AIAgent agent, FunctionInvocationContext context, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> next, CancellationToken token)
            {
                Console.WriteLine(context.Function.Name);
                return await next(context, token);
            }
        }
        """;

    [Fact]
    public Task Middleware_of_an_agent_that_asks() => Verify.SilentAsync(Middleware("Ask", "[AIFunctionFactory.Create(Note)]").Replace("private static async ValueTask<object?> Log", "public static async ValueTask<object?> Log"));

    [Fact]
    public async Task Middleware_of_an_agent_that_logs() =>
        await Verify.ReportsAsync(Middleware("Log", "{|GG6020:[AIFunctionFactory.Create(Note)]|}").Replace("? (y/n)\");\n", "\");\n").Replace("Console.ReadLine() == \"y\" ? await next(context, token) : \"refused\"", "await next(context, token)"));

    [Fact]
    public Task A_client_of_its_own_kind() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        public sealed class AskingClient(IChatClient inner) : FunctionInvokingChatClient(inner)
        {
            protected override async ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
            {
                Console.WriteLine(context.Function.Name + "? (y/n)");
                return Console.ReadLine() == "y" ? await base.InvokeFunctionAsync(context, cancellationToken) : "refused";
            }
        }
        public static class Program
        {
            public static async Task Run(IChatClient inner)
            {
                var client = new AskingClient(inner);
                var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string text) => File.AppendAllText("notes.txt", text))] };
                Console.WriteLine(await client.GetResponseAsync("Tidy up", options));
            }
        }
        """);

    [Fact]
    public Task An_automatic_filter_that_ends_the_round_before_the_call() => Verify.SilentAsync($$"""
        using Microsoft.SemanticKernel;
        {{Plugin}}
        public sealed class Gate : IAutoFunctionInvocationFilter
        {
            public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
            {
                if (context.Function.Name == "Write") { context.Terminate = true; return; }
                await next(context);
            }
        }
        public static class Program { public static void Fill(Kernel kernel) { kernel.AutoFunctionInvocationFilters.Add(new Gate()); kernel.ImportPluginFromType<Files>(); } }
        """);
}
