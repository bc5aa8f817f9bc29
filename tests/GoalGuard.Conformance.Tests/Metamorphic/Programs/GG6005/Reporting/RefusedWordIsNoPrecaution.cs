using Microsoft.Data.Sqlite;
using OpenAI.Chat;

public sealed class Questions(ChatClient client, SqliteConnection connection)
{
    public async Task<object?> AnswerAsync(string question)
    {
        ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage("SQL for " + question));
        var sql = completion.Content[0].Text;
        if (sql.Contains("DROP"))
        {
            throw new InvalidOperationException("refused");
        }

        var command = new SqliteCommand({|GG6005:sql|}, connection);
        return command.ExecuteScalar();
    }
}
