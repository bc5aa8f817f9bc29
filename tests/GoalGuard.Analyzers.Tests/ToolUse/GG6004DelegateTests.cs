namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Delegates of a type's own: what they may return is only asked where anybody fills them.</summary>
public class GG6004DelegateTests
{
    private static string Runner(string creation, string access = "internal") => $$"""
        using Microsoft.SemanticKernel;
        {{access}} sealed class Runner
        {
            private readonly HttpClient _http;
            private readonly Func<string, string>? _address;

            public Runner(HttpClient http, Func<string, string>? address = null)
            {
                _http = http;
                _address = address;
            }

            public Task<string> FetchAsync(string page)
            {
                var address = _address?.Invoke(page) ?? $"https://docs.example/{page}";
                return _http.GetStringAsync(address);
            }
        }

        class Pages(HttpClient http, Func<string, string> rewrite)
        {
            private readonly Runner _runner = {{creation}};

            [KernelFunction]
            public Task<string> Read(string page) => _runner.FetchAsync(page);
        }
        """;

    private static string Reported(string program) => program.Replace("_runner.FetchAsync(page)", "_runner.FetchAsync({|GG6004:page|})");

    [Theory]
    [InlineData("new Runner(new HttpClient())")]
    [InlineData("new(new HttpClient(), null)")]
    public Task Nobody_fills_it(string creation) => Verify.SilentAsync(Runner(creation));

    [Theory]
    [InlineData("new(http, rewrite)", "internal")]
    [InlineData("new Runner(http, page => page)", "internal")]
    [InlineData("new Runner(http)", "public")]
    public Task Somebody_may_fill_it(string creation, string access) => Verify.ReportsAsync(Reported(Runner(creation, access)));
}
