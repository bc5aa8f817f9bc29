using OpenAI.Chat;

public sealed class Converter(ChatClient client)
{
    private const string Shell = "bash";

    public async Task ConvertAsync(string description)
    {
        ChatCompletion completion = await client.CompleteChatAsync(
            new SystemChatMessage("Answer with one ffmpeg command line."), new UserChatMessage(description));
        var line = completion.Content[0].Text;
        Run(Shell, {|GG6001:line|});
    }

    private static void Run(string shell, string line)
    {
        var start = new ProcessStartInfo { FileName = shell };
        start.Arguments = "-c '" + line + "'";
        Process.Start(start);
    }
}
