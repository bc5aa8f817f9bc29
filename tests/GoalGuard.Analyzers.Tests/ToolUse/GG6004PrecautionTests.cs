namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Constant hosts and allow-lists of hosts, and what only resembles them.</summary>
public class GG6004PrecautionTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Collections.Frozen;
        using System.Text.RegularExpressions;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class WebTools(HttpClient http)
        {
            private const string Base = "https://docs.example/";
            private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "docs.example", "api.example" };
            {{members}}

            [McpServerTool]
            public async Task<string> Fetch(string text)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return await http.GetStringAsync(\"https://docs.example/search?q=\" + Uri.EscapeDataString(text));")]
    [InlineData("return await http.GetStringAsync($\"https://docs.example/pages/{text}\");")]
    [InlineData("return await http.GetStringAsync($\"{Base}{text}\");")]
    [InlineData("return await http.GetStringAsync(string.Format(\"https://docs.example/{0}\", text));")]
    [InlineData("var url = new UriBuilder(\"https\", \"docs.example\") { Query = \"q=\" + text }.Uri; return await http.GetStringAsync(url);")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, $\"/v1/pages/{text}\"); using var response = await http.SendAsync(request); return \"ok\";")]
    public Task A_constant_host(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("var url = new Uri(text); if (!Hosts.Contains(url.Host)) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !Hosts.Contains(url.Host)) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || !Hosts.Contains(url.DnsSafeHost)) throw new ArgumentException(text); return await http.GetStringAsync(url);")]
    [InlineData("var url = new Uri(text); if (url.Host is not (\"docs.example\" or \"api.example\")) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("var url = new Uri(text); if (url.Host != \"docs.example\") return \"no\"; return await http.GetStringAsync(text);")]
    [InlineData("var url = new Uri(text); if (!url.Host.EndsWith(\".docs.example\", StringComparison.OrdinalIgnoreCase)) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("var url = new Uri(text); if (!string.Equals(url.Host, \"docs.example\", StringComparison.OrdinalIgnoreCase)) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("if (!text.StartsWith(\"https://docs.example/\", StringComparison.Ordinal)) return \"no\"; return await http.GetStringAsync(text);")]
    [InlineData("if (new Uri(text) is not { Scheme: \"https\", Host: \"docs.example\" }) return \"no\"; return await http.GetStringAsync(text);")]
    public Task An_allow_list_of_hosts(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("if (!Pages.TryGetValue(text, out var url)) return \"no\"; return await http.GetStringAsync(url);", "private static readonly FrozenDictionary<string, string> Pages = new Dictionary<string, string> { [\"start\"] = \"https://docs.example/\" }.ToFrozenDictionary();")]
    [InlineData("var url = text switch { \"start\" => \"https://docs.example/\", _ => throw new ArgumentException(text) }; return await http.GetStringAsync(url);", "")]
    [InlineData("Console.Write($\"Fetch {text}? \"); if (Console.ReadLine() is not \"y\") return \"no\"; return await http.GetStringAsync(text);", "")]
    [InlineData("if (!Regex.IsMatch(text, \"^https://docs\\\\.example/[a-z/]*$\")) return \"no\"; return await http.GetStringAsync(text);", "")]
    [InlineData("EnsureHost(text); return await http.GetStringAsync(text);", "private static void EnsureHost(string url) { if (!Hosts.Contains(new Uri(url).Host)) throw new InvalidOperationException(url); }")]
    [InlineData("if (!IsKnown(new Uri(text))) return \"no\"; return await http.GetStringAsync(new Uri(text));", "private static bool IsKnown(Uri url) => Hosts.Contains(url.Host) && url.Scheme == Uri.UriSchemeHttps;")]
    public Task Known_addresses_approval_and_validators(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Fact]
    public Task A_configured_base_address() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class WeatherPlugin
        {
            private readonly HttpClient _http;
            private readonly string _baseUrl;

            public WeatherPlugin(HttpClient http, string baseUrl)
            {
                _http = http;
                _http.BaseAddress = new Uri(baseUrl);
                _baseUrl = baseUrl;
            }

            [KernelFunction]
            public async Task<string> TodayAsync(string city) => await _http.GetStringAsync($"{_baseUrl}/weather/{Uri.EscapeDataString(city)}");
        }
        """);

    [Theory]
    [InlineData("return await http.GetStringAsync({|GG6004:$\"https://docs.example{text}\"|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:new Uri(new Uri(Base), text)|});")]
    [InlineData("if (!text.StartsWith(\"https://\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (!text.StartsWith(\"https://docs.example\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (!text.Contains(\"docs.example\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (!new Uri(text).Host.EndsWith(\"docs.example\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (!new Uri(text).Host.Contains(\"docs.example\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (text.Contains(\"localhost\") || text.Contains(\"127.0.0.1\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return \"no\"; return await http.GetStringAsync({|GG6004:url|});")]
    [InlineData("if (!Uri.IsWellFormedUriString(text, UriKind.Absolute)) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("var url = new Uri(text); if (url.Scheme != \"https\") return \"no\"; return await http.GetStringAsync({|GG6004:url|});")]
    [InlineData("var url = new Uri(text); if (url.Host is \"localhost\" or \"metadata\") return \"no\"; return await http.GetStringAsync({|GG6004:url|});")]
    [InlineData("if (!Hosts.Contains(new Uri(text).Host)) Console.WriteLine(\"odd\"); return await http.GetStringAsync({|GG6004:text|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:Uri.EscapeUriString(text)|});")]
    [InlineData("if (!Regex.IsMatch(text, \"docs.example\")) return \"no\"; return await http.GetStringAsync({|GG6004:text|});")]
    public Task A_near_miss_is_reported(string body) => Verify.ReportsAsync(Tool(body, "").Replace("using ModelContextProtocol.Server;", "#pragma warning disable SYSLIB0013\nusing ModelContextProtocol.Server;"));

    [Fact]
    public Task Another_address_than_the_used_one_is_tested() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class WebTools(HttpClient http)
        {
            [McpServerTool]
            public async Task<string> Relay(string from, string to)
            {
                if (new Uri(from).Host != "docs.example")
                {
                    return "no";
                }

                await http.PostAsync({|GG6004:to|}, null);
                return await http.GetStringAsync(from);
            }
        }
        """);
}
