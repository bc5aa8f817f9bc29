namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text comes to choose whom the program talks to.</summary>
public class GG6004NetworkTests
{
    [Theory]
    [InlineData("return await http.GetStringAsync({|GG6004:url|});")]
    [InlineData("return (await http.GetByteArrayAsync({|GG6004:url|})).Length.ToString();")]
    [InlineData("using var response = await http.GetAsync({|GG6004:new Uri(url)|}); return response.ReasonPhrase!;")]
    [InlineData("using var response = await http.PostAsync({|GG6004:url|}, new StringContent(\"text\")); return \"sent\";")]
    [InlineData("using var response = await http.PutAsync({|GG6004:url|}, null); return \"sent\";")]
    [InlineData("using var response = await http.DeleteAsync({|GG6004:url|}); return \"deleted\";")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, {|GG6004:url|}); using var response = await http.SendAsync(request); return \"sent\";")]
    [InlineData("using var request = new HttpRequestMessage { RequestUri = {|GG6004:new Uri(url)|} }; using var response = await http.SendAsync(request); return \"sent\";")]
    [InlineData("http.BaseAddress = {|GG6004:new Uri(url)|}; return await http.GetStringAsync(\"status\");")]
    [InlineData("return await http.GetFromJsonAsync<string>({|GG6004:url|}) ?? \"\";")]
    [InlineData("using var response = await http.PostAsJsonAsync({|GG6004:url|}, new { text = 1 }); return \"sent\";")]
    [InlineData("using var socket = new System.Net.Sockets.TcpClient({|GG6004:url|}, 443); return \"open\";")]
    [InlineData("using var socket = new System.Net.WebSockets.ClientWebSocket(); await socket.ConnectAsync({|GG6004:new Uri(url)|}, CancellationToken.None); return \"open\";")]
    [InlineData("return await http.GetStringAsync({|GG6004:$\"https://{url}/status\"|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:\"https://\" + url|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:$\"https://{url}.example.com/status\"|});")]
    [InlineData("return await http.GetStringAsync(new UriBuilder { Scheme = \"https\", Host = {|GG6004:url|} }.Uri);")]
    public Task A_tool_talks_to_the_address_that_the_model_names(string act) => Verify.ReportsAsync($$"""
        using System.Net.Http.Json;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class WebTools(HttpClient http)
        {
            [McpServerTool]
            public async Task<string> Fetch(string url)
            {
                {{act}}
            }
        }
        """);

    [Fact]
    public Task An_address_out_of_the_answer() => Verify.ReportsAsync("""
        using System.Text.RegularExpressions;
        using Microsoft.Extensions.AI;
        class Researcher(IChatClient client, IHttpClientFactory factory)
        {
            public async Task<List<string>> Run(string question)
            {
                var pages = new List<string>();
                var response = await client.GetResponseAsync($"Which pages answer this? {question}");
                var http = factory.CreateClient("web");
                foreach (Match match in Regex.Matches(response.Text, @"https?://\S+"))
                {
                    pages.Add(await http.GetStringAsync({|GG6004:match.Value|}));
                }

                return pages;
            }
        }

        interface IHttpClientFactory
        {
            HttpClient CreateClient(string name);
        }
        """);

    [Fact]
    public Task The_request_goes_through_services_and_files() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        namespace Web;
        public sealed class WebPlugin(IDownloader downloader)
        {
            [KernelFunction]
            public async Task<string> ReadAsync(string address)
            {
                var page = await downloader.DownloadAsync({|GG6004:address|});
                return page.Substring(0, Math.Min(page.Length, 4000));
            }
        }
        """,
        """
        namespace Web;
        public interface IDownloader
        {
            Task<string> DownloadAsync(string address);
        }

        public sealed class Downloader : IDownloader
        {
            private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

            public async Task<string> DownloadAsync(string address)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("User-Agent", "agent");
                using var response = await Http.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task The_address_waits_in_a_field() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client, HttpClient http)
        {
            private Uri? _next;

            public async Task Think() => _next = new Uri((await client.GetResponseAsync("Where next?")).Text);

            public async Task<string> Act() => await http.GetStringAsync({|GG6004:_next|});
        }
        """);

    [Fact]
    public Task A_webhook_of_the_answer_is_called_by_a_lambda() => Verify.ReportsAsync("""
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        class Notifier(IChatClient client, HttpClient http)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Answer as JSON: { \"hooks\": [\"…\"] }");
                using var document = JsonDocument.Parse(response.Text);
                var calls = document.RootElement.GetProperty("hooks").EnumerateArray()
                    .Select(hook => http.PostAsync({|GG6004:hook.GetString()|}, null));
                await Task.WhenAll(calls);
            }
        }
        """);

    [Fact]
    public Task A_tool_made_from_a_method_group() => Verify.ReportsAsync("""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        static class Program2
        {
            private static readonly HttpClient Http = new();

            public static AIAgent Create(IChatClient client) =>
                new ChatClientAgent(client, "You read the web.", "reader", tools: [AIFunctionFactory.Create(FetchAsync)]);

            private static async Task<string> FetchAsync(Uri page, CancellationToken cancellation) => await Http.GetStringAsync({|GG6004:page|}, cancellation);
        }
        """);

    [Fact]
    public async Task A_report_says_what_is_missing()
    {
        var report = (await Verify.ReportsAsync("""
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public sealed class WebTools(HttpClient http)
            {
                [McpServerTool]
                public Task<string> Fetch(string url) => http.GetStringAsync({|GG6004:url|});
            }
            """)).Single();
        Assert.Contains("Tool parameter 'url'", report.GetMessage());
        Assert.Contains("constant host", report.GetMessage());
        Assert.Equal("effect:network", report.Properties["effect"]);
        Assert.Contains("CWE-918", report.Descriptor.CustomTags);
        Assert.EndsWith("GG6004.md", report.Descriptor.HelpLinkUri);
    }

    [Theory]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public Task W(string url) => new HttpClient().GetStringAsync($\"https://{url\"); }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string url) { if (new Uri(url).Host is ) return; new HttpClient().GetAsync(url; } }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));

    [Fact]
    public Task Content_of_a_request_does_not_count() => Verify.SilentAsync("""
        using System.Net.Http.Json;
        using Microsoft.Extensions.AI;
        class Publisher(IChatClient client, HttpClient http)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Write a post.");
                await http.PostAsJsonAsync("https://blog.example/api/posts", new { text = response.Text });
                await http.PostAsync("https://blog.example/api/raw", new StringContent(response.Text));
            }
        }
        """);

    [Fact]
    public Task The_address_of_the_model_itself_is_no_model_text() => Verify.SilentAsync("""
        using OllamaSharp;
        class Chatting(string host)
        {
            public async Task<string> Run(HttpClient http)
            {
                var ollama = new OllamaApiClient(new Uri($"http://{host}:11434"), "qwen3");
                var text = "";
                await foreach (var part in ollama.GenerateAsync("Hello"))
                {
                    text += part?.Response;
                }

                await http.GetStringAsync($"http://{host}/health");
                return text;
            }
        }
        """);

    [Fact]
    public Task A_memory_service_fetches_a_page() => Verify.ReportsAsync(new TestProgram("""
        using Microsoft.KernelMemory;
        using Microsoft.SemanticKernel;
        public sealed class MemoryPlugin(IKernelMemory memory)
        {
            [KernelFunction]
            public Task<string> Save(string url) => memory.ImportWebPageAsync({|GG6004:url|});

            [KernelFunction]
            public Task<string> Remember(string text) => memory.ImportTextAsync(text);
        }
        """)
    {
        References = DeclaredLibrary.Beside(
            "Microsoft.KernelMemory.Abstractions",
            "namespace Microsoft.KernelMemory { public interface IKernelMemory { Task<string> ImportWebPageAsync(string url); Task<string> ImportTextAsync(string text); } }"),
    });
}
