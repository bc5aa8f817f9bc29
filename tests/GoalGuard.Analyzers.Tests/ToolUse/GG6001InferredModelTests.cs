namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Models that no knowledge names: raw posts, types out of sight, wrappers of the program.</summary>
public class GG6001InferredModelTests
{
    [Fact]
    public Task A_raw_post_to_a_completion_endpoint() => Verify.ReportsAsync("""
        using System.Net.Http.Json;
        using System.Text.Json;
        class Agent(HttpClient http)
        {
            public async Task Step()
            {
                var response = await http.PostAsJsonAsync(
                    "https://api.openai.com/v1/chat/completions",
                    new { model = "gpt-5", messages = new[] { new { role = "user", content = "Next command?" } } });
                using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var command = document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
                Process.Start("bash", {|GG6001:"-c " + command|});
            }
        }
        """);

    [Fact]
    public Task A_raw_post_without_any_model_library() => Verify.ReportsAsync(new TestProgram("""
        using System.Net.Http.Json;
        using System.Text;
        class LocalModel(HttpClient http)
        {
            private const string Endpoint = "http://localhost:11434/api/generate";

            private sealed record Reply(string Response);

            public async Task<string> AskAsync(string json)
            {
                using var content = new StringContent(json, Encoding.UTF8, "application/json");
                var response = await http.PostAsync(Endpoint, content);
                response.EnsureSuccessStatusCode();
                var reply = await response.Content.ReadFromJsonAsync<Reply>();
                return reply!.Response;
            }
        }

        class Agent(LocalModel model)
        {
            public async Task Step() => Process.Start("bash", {|GG6001:"-c " + await model.AskAsync("{}")|});
        }
        """)
    { References = TestReferences.Framework });

    [Fact]
    public async Task A_type_out_of_sight_that_is_named_like_a_language_model_is_inferred()
    {
        var reports = await Verify.ReportsAsync("""
            public interface ILlmClient
            {
                Task<string> CompleteAsync(string prompt);
            }

            class Agent(ILlmClient llm)
            {
                public async Task Step() => Process.Start("bash", {|GG6001:"-c " + await llm.CompleteAsync("Next command?")|});
            }
            """);
        Assert.Equal("inferred", reports.Single().Properties["confidence"]);
        Assert.Contains("(inferred)", reports.Single().GetMessage());
        Assert.Equal("W", reports.Single().Properties["level"]);
    }

    [Fact]
    public Task A_type_name_alone_is_not_enough() => Verify.SilentAsync("""
        public interface ILlmSettings
        {
            string Program { get; }
            string Describe(int verbosity);
        }

        class Host(ILlmSettings settings)
        {
            public void Start() => Process.Start(settings.Program, settings.Describe(2));
        }
        """);

    [Fact]
    public Task A_wrapper_of_the_program_is_a_model_whatever_it_is_called() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        interface IThinker
        {
            Task<string> PonderAsync(string about);
        }

        sealed class Thinker(IChatClient client) : IThinker
        {
            public async Task<string> PonderAsync(string about)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return (await client.GetResponseAsync(about)).Text;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                return "";
            }
        }

        class Agent(IThinker thinker)
        {
            public async Task Step() => Process.Start("bash", {|GG6001:"-c " + await thinker.PonderAsync("next")|});
        }
        """);
}
