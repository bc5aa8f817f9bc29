using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway4RewardMaximisation;

/// <summary>Jobs that train by reinforcement, however their body is written; other jobs are silent.</summary>
public class GG4001ReinforcementJobTests
{
    private const string Header = """
        #pragma warning disable OPENAI001
        using System.ClientModel;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using OpenAI.FineTuning;

        """;

    [Fact]
    public Task A_body_in_a_raw_string() => Verify.ReportsAsync(Header + """"
        class Trainer(FineTuningClient client)
        {
            private const string File = "file-tickets";

            public async Task<string> TrainAsync()
            {
                var job = $$"""
                    {
                      "model": "o4-mini-2025-04-16",
                      "training_file": "{{File}}",
                      "method": {
                        "type": "reinforcement",
                        "reinforcement": { "grader": { "type": "string_check", "operation": "eq" } }
                      }
                    }
                    """;
                using var content = BinaryContent.Create(BinaryData.FromString(job));
                var created = await {|GG4001:client.FineTuneAsync(content, waitUntilCompleted: false, options: null)|};
                return created.JobId;
            }
        }
        """");

    [Fact]
    public Task A_body_that_is_serialised_from_an_anonymous_object() => Verify.ReportsAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            public FineTuningJob Train(string file)
            {
                var body = BinaryData.FromObjectAsJson(new
                {
                    model = "o4-mini",
                    training_file = file,
                    method = new { type = "reinforcement", reinforcement = new { grader = new { type = "score_model" } } },
                });
                return {|GG4001:client.FineTune(BinaryContent.Create(body), false, null)|};
            }
        }
        """);

    [Fact]
    public Task A_body_of_json_nodes() => Verify.ReportsAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            public async Task Train(string file)
            {
                var body = new JsonObject { ["model"] = "o4-mini", ["training_file"] = file };
                body["method"] = new JsonObject { ["type"] = "reinforcement" };
                await {|GG4001:client.FineTuneAsync(BinaryContent.Create(BinaryData.FromString(body.ToJsonString())), false, null)|};
            }
        }
        """);

    [Fact]
    public Task The_method_is_named_by_a_constant() => Verify.ReportsAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            private const string Method = "reinforcement";

            public Task Train(string file)
            {
                var body = JsonSerializer.Serialize(new { model = "o4-mini", training_file = file, method = new { type = Method } });
                return {|GG4001:client.FineTuneAsync(BinaryContent.Create(BinaryData.FromString(body)), false, null)|};
            }
        }
        """);

    [Fact]
    public Task A_helper_builds_the_body() => Verify.ReportsAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            public async Task Train(string file) =>
                await {|GG4001:client.FineTuneAsync(BinaryContent.Create(Body(file)), waitUntilCompleted: true, options: null)|};

            private static BinaryData Body(string file) => BinaryData.FromObjectAsJson(new Dictionary<string, object>
            {
                ["training_file"] = file,
                ["method"] = new { type = "reinforcement" },
            });
        }
        """);

    [Fact]
    public Task A_helper_creates_the_job() => Verify.ReportsAsync(Header + """"
        class Trainer(FineTuningClient client)
        {
            public Task Train() => {|GG4001:SubmitAsync("""{ "method": { "type": "reinforcement" } }""")|};

            private async Task SubmitAsync(string json)
            {
                using var content = BinaryContent.Create(BinaryData.FromString(json));
                await client.FineTuneAsync(content, false, null);
            }
        }
        """");

    [Fact]
    public Task The_body_waits_in_a_field_of_another_file() => Verify.ReportsAsync(
        Header + """
        class Trainer(FineTuningClient client)
        {
            public async Task Train() =>
                await {|GG4001:client.FineTuneAsync(BinaryContent.Create(BinaryData.FromString(Jobs.Tickets)), false, null)|};
        }
        """,
        """"
        static class Jobs
        {
            public static readonly string Tickets = """{ "method": { "type": "reinforcement" } }""";
        }
        """");

    [Fact]
    public Task A_raw_post_to_the_jobs_endpoint() => Verify.ReportsAsync(new TestProgram("""
        using System.Net.Http.Json;
        class Trainer(HttpClient http)
        {
            public async Task Train(string file)
            {
                var body = new { training_file = file, method = new { type = "reinforcement" } };
                await {|GG4001:http.PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs", body)|};
            }
        }
        """)
    { References = TestReferences.Framework });

    [Fact]
    public Task A_raw_post_of_text_in_a_lambda() => Verify.ReportsAsync(new TestProgram(""""
        using System.Text;
        class Trainer(HttpClient http)
        {
            public Func<string, Task> Create => async file =>
            {
                var json = $$"""{ "training_file": "{{file}}", "method": { "type": "reinforcement", "reinforcement": { "grader": {} } } }""";
                using var response = await {|GG4001:http.PostAsync("https://api.openai.com/v1/fine_tuning/jobs", new StringContent(json, Encoding.UTF8, "application/json"))|};
                response.EnsureSuccessStatusCode();
            };
        }
        """")
    { References = TestReferences.Framework });

    [Theory]
    [InlineData("supervised")]
    [InlineData("dpo")]
    public Task Other_methods_are_silent(string method) => Verify.SilentAsync(Header + $$"""
        class Trainer(FineTuningClient client)
        {
            public Task Train(string file)
            {
                var body = BinaryData.FromObjectAsJson(new { model = "gpt-4.1", training_file = file, method = new { type = "{{method}}" } });
                return client.FineTuneAsync(BinaryContent.Create(body), false, null);
            }
        }
        """);

    [Fact]
    public Task The_typed_way_has_no_reinforcement() => Verify.SilentAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            public Task Train(string file) => client.FineTuneAsync(
                "gpt-4.1", file, waitUntilCompleted: false,
                new FineTuningOptions { TrainingMethod = FineTuningTrainingMethod.CreateSupervised(epochCount: 3) });
        }
        """);

    [Fact]
    public Task The_word_in_a_prompt_trains_nothing() => Verify.SilentAsync("""
        using OpenAI.Chat;
        class Teacher(ChatClient client)
        {
            public async Task<string> Explain()
            {
                ChatCompletion completion = await client.CompleteChatAsync("Explain reinforcement learning and what a grader is.");
                return completion.Content[0].Text;
            }
        }
        """);

    [Fact]
    public Task The_word_in_another_field_trains_by_no_reinforcement() => Verify.SilentAsync(Header + """
        class Trainer(FineTuningClient client)
        {
            public Task Train()
            {
                var body = BinaryData.FromObjectAsJson(new { training_file = "file-1", suffix = "concrete-reinforcement", method = new { type = "supervised" } });
                return client.FineTuneAsync(BinaryContent.Create(body), false, null);
            }
        }
        """);

    [Fact]
    public async Task A_report_names_the_pathway_and_what_says_reinforcement()
    {
        var report = (await Verify.ReportsAsync(Header + """
            class Trainer(FineTuningClient client)
            {
                public Task Train() =>
                    {|GG4001:client.FineTuneAsync(BinaryContent.Create(BinaryData.FromObjectAsJson(new { method = new { type = "reinforcement" } })), false, null)|};
            }
            """)).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.Contains("pathway 4", report.GetMessage());
        Assert.Contains("FineTuneAsync", report.GetMessage());
        Assert.Equal("Pathway4RewardMaximisation", report.Properties["pathway"]);
        Assert.Equal("W", report.Properties["level"]);
        Assert.StartsWith("source|", report.Properties["steps"]);
        Assert.StartsWith("v1:", report.Properties["fingerprint"]);
        Assert.Contains("Pathway4RewardMaximisation", report.Descriptor.CustomTags);
        Assert.EndsWith("GG4001.md", report.Descriptor.HelpLinkUri);
    }

    [Theory]
    [InlineData("class T(FineTuningClient c) { void M() { c.FineTune(BinaryContent.Create(new { method = ; } }")]
    [InlineData("class T(FineTuningClient c) { void M() => c.FineTuneAsync(\"reinforcement\", ; }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(Header + source));
}
