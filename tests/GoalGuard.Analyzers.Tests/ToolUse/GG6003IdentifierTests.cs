namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Identifiers are made by the service; what is fetched by one may be called as the model likes.</summary>
public class GG6003IdentifierTests
{
    [Fact]
    public Task The_identifier_of_an_answer_is_a_harmless_name() => Verify.SilentAsync("""
        using OpenAI.Chat;
        class Speaker(ChatClient client)
        {
            public async Task Save()
            {
                ChatCompletion completion = await client.CompleteChatAsync("Say hello.");
                File.WriteAllText($"{completion.Id}.txt", completion.Content[0].Text);
            }
        }
        """);

    [Fact]
    public Task The_name_of_a_file_that_an_identifier_fetches() => Verify.ReportsAsync("""
        using OpenAI.Chat;
        using OpenAI.Files;
        class Collector(ChatClient client, OpenAIFileClient files)
        {
            public async Task Save()
            {
                ChatCompletion completion = await client.CompleteChatAsync("Draw a chart.");
                OpenAIFile file = files.GetFile(completion.Id);
                File.WriteAllText({|GG6003:$"{file.Filename}.png"|}, "");
            }
        }
        """);
}
