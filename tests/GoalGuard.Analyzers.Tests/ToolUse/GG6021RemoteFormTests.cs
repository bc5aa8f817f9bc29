namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>The many forms in which every tool of a server, or every operation of an API, comes to a model; and what chooses among them.</summary>
public class GG6021RemoteFormTests
{
    private static string Agent(string body, string members = "") => $$"""
        using System.Runtime.CompilerServices;
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;
        public sealed class Agent(McpClient client)
        {
            {{members}}

            public async Task<ChatOptions> Make(string wanted, IReadOnlyList<string> configured)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return new() { Tools = {|GG6021:[.. await Cached()]|} };", "private IList<McpClientTool>? _cache; private async Task<IList<McpClientTool>> Cached() => _cache ??= await client.ListToolsAsync();")]
    [InlineData("return new() { Tools = {|GG6021:[.. await Cached(\"docs\")]|} };", "private readonly Dictionary<string, IList<McpClientTool>> _cache = new(); private async Task<IList<McpClientTool>> Cached(string server) { if (!_cache.TryGetValue(server, out var tools)) { tools = await client.ListToolsAsync(); _cache[server] = tools; } return tools; }")]
    [InlineData("var tools = new List<AITool>(); await foreach (var tool in Each()) { tools.Add(tool); } return new() { Tools = {|GG6021:tools|} };", "private async IAsyncEnumerable<AITool> Each([EnumeratorCancellation] CancellationToken token = default) { foreach (var tool in await client.ListToolsAsync(cancellationToken: token)) yield return tool; }")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => tool.Name.Length > 0); return new() { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => !string.IsNullOrEmpty(tool.Name)); return new() { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => tool.Name.StartsWith(\"get_\")); return new() { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => !configured.Contains(tool.Name)); return new() { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("var all = await client.ListToolsAsync(); var names = all.Select(tool => tool.Name).ToHashSet(); return new() { Tools = {|GG6021:[.. all.Where(tool => names.Contains(tool.Name))]|} };")]
    [InlineData("var all = await client.ListToolsAsync(); return new() { Tools = {|GG6021:[.. all.DistinctBy(tool => tool.Name).OrderBy(tool => tool.Name)]|} };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(IsFine); return new() { Tools = {|GG6021:[.. tools]|} };", "private static bool IsFine(McpClientTool tool) => tool.Description.Length < 1000;")]
    [InlineData("var tools = await client.ListToolsAsync(); List<AITool> all = [.. tools.Cast<AITool>(), new HostedWebSearchTool()]; return new() { Tools = {|GG6021:all|} };")]
    [InlineData("var tools = await client.ListToolsAsync(); return new() { Tools = {|GG6021:tools.Select(tool => (AITool)new Logged(tool)).ToList()|} };", "private sealed class Logged(AIFunction inner) : DelegatingAIFunction(inner) { protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token) { Console.Error.WriteLine(Name); return base.InvokeCoreAsync(arguments, token); } }")]
    [InlineData("var tools = await client.ListToolsAsync(); return new() { Tools = {|GG6021:tools.Select(tool => (AITool)new Logged(tool)).ToList()|} };", "private sealed class Logged(AIFunction inner) : AIFunction { public override string Name => inner.Name; protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token) => inner.InvokeAsync(arguments, token); }")]
    [InlineData("var tools = await client.ListToolsAsync(); return new() { Tools = {|GG6021:[.. tools.Select(tool => tool.WithName(\"docs_\" + tool.Name))]|} };")]
    public Task Caches_iterators_and_tests_that_choose_nothing(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => tool.Name == wanted); return new() { Tools = [.. tools] };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => configured.Contains(tool.Name)); return new() { Tools = [.. tools] };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => configured.Any(name => string.Equals(name, tool.Name, StringComparison.OrdinalIgnoreCase))); return new() { Tools = [.. tools] };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(IsMeant); return new() { Tools = [.. tools] };", "private static bool IsMeant(McpClientTool tool) => tool.Name is \"search\" or \"read\";")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => IsMeant(tool.Name)); return new() { Tools = [.. tools] };", "private static bool IsMeant(string name) => name is \"search\" or \"read\";")]
    [InlineData("var tools = new List<AITool>(); foreach (var tool in await client.ListToolsAsync()) { if (tool.Name == wanted) tools.Add(tool); } return new() { Tools = tools };")]
    public Task Chosen_by_the_program(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    private const string OpenApi = """
        namespace Microsoft.SemanticKernel.Plugins.OpenApi
        {
            public class OpenApiFunctionExecutionParameters { public Func<object, bool> OperationSelectionPredicate { get; set; } public IList<string> OperationsToExclude { get; set; } }
        }
        namespace Microsoft.SemanticKernel
        {
            using Microsoft.SemanticKernel.Plugins.OpenApi;
            public static class OpenApiKernelExtensions
            {
                public static Task<KernelPlugin> ImportPluginFromOpenApiAsync(this Kernel kernel, string pluginName, Uri uri, OpenApiFunctionExecutionParameters executionParameters = null) => null;
                public static Task<KernelPlugin> ImportPluginFromOpenApiAsync(this Kernel kernel, string pluginName, string filePath, OpenApiFunctionExecutionParameters executionParameters = null) => null;
                public static Task<KernelPlugin> CreatePluginFromOpenApiAsync(this Kernel kernel, string pluginName, Uri uri, OpenApiFunctionExecutionParameters executionParameters = null) => null;
            }
        }
        """;

    [Theory]
    [InlineData("await kernel.ImportPluginFromOpenApiAsync(\"shop\", {|GG6021:new Uri(\"https://shop.example/openapi.json\")|});")]
    [InlineData("await kernel.ImportPluginFromOpenApiAsync(\"shop\", {|GG6021:\"shop.json\"|}, new OpenApiFunctionExecutionParameters());")]
    [InlineData("var plugin = await kernel.CreatePluginFromOpenApiAsync(\"shop\", {|GG6021:address|}); kernel.Plugins.Add(plugin);")]
    [InlineData("await kernel.ImportPluginFromOpenApiAsync(\"shop\", address, new OpenApiFunctionExecutionParameters { OperationSelectionPredicate = operation => operation.ToString() == \"find\" });")]
    public Task A_whole_api(string body) => Verify.ReportsAsync(new TestProgram($$"""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Plugins.OpenApi;
        public static class Program
        {
            public static async Task Add(Kernel kernel, Uri address) { {{body}} }
        }
        """)
    {
        References = TestReferences.All.Append(DeclaredLibrary.Reference("Microsoft.SemanticKernel.Plugins.OpenApi", OpenApi, TestReferences.All)).ToList(),
    });
}
