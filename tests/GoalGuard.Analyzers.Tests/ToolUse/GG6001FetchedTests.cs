namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>An identifier that the model gave carries no command; what a service gives back for it may, wherever it is fetched.</summary>
public class GG6001FetchedTests
{
    private static string Program(string run) => $$"""
        #pragma warning disable SKEXP0110
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using OpenAI.Files;
        class Viewer(IChatCompletionService service, OpenAIFileClient files)
        {
            public async Task Show(ChatHistory history)
            {
                var message = await service.GetChatMessageContentAsync(history);
                foreach (var item in message.Items)
                {
                    if (item is FileReferenceContent file)
                    {
                        {{run}}
                    }
                }
            }

            private void Open(string fileId)
            {
                OpenAIFile info = files.GetFile(fileId);
                Process.Start("cmd.exe", "/C start " + info.Filename);
            }

            private void Log(string fileId) => Process.Start("cmd.exe", "/C echo " + fileId);
        }
        """;

    [Fact]
    public Task What_a_helper_fetches_is_the_models() => Verify.ReportsAsync(Program("Open({|GG6001:file.FileId|});"));

    [Fact]
    public Task The_identifier_itself_is_not() => Verify.SilentAsync(Program("Log(file.FileId);"));
}
