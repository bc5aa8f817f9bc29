namespace GoalGuard.Analysis.Tests.Behaviour.Reach;

/// <summary>What happens, and whether it changes something; beside it what only prepares.</summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData("File.ReadAllText(\"x\");", "file-read File.ReadAllText")]
    [InlineData("_ = Directory.GetFiles(text);", "file-read Directory.GetFiles")]
    [InlineData("File.WriteAllText(\"x\", \"y\");", "file-write! File.WriteAllText")]
    [InlineData("File.Copy(text, text);", "file-write! File.Copy", "file-read File.Copy")]
    [InlineData("_ = new FileStream(text, FileMode.Open);", "file-read new FileStream")]
    [InlineData("_ = new FileStream(text, FileMode.Create);", "file-write! new FileStream")]
    [InlineData("_ = new StreamReader(text);", "file-read new StreamReader")]
    [InlineData("Process.Start(\"git\", \"push\");", "process! Process.Start")]
    [InlineData("Environment.SetEnvironmentVariable(\"a\", \"b\");", "env! Environment.SetEnvironmentVariable")]
    [InlineData("Environment.CurrentDirectory = \"x\";", "env! Environment.CurrentDirectory")]
    [InlineData("_ = Environment.GetEnvironmentVariable(\"a\") + Environment.CurrentDirectory;", "")]
    [InlineData("new System.Net.Mail.SmtpClient().Send(\"a\", \"b\", \"c\", \"d\");", "email! SmtpClient.Send")]
    [InlineData("_ = new System.Net.Mail.MailMessage(\"a\", \"b\");", "")]
    [InlineData("_ = new ProcessStartInfo(\"git\") { Arguments = text, UseShellExecute = true };", "")]
    [InlineData("new[] { text }.ToList().ForEach(File.Delete);", "file-delete! File.Delete")]
    public void Of_the_framework(string statements, params string[] effects) => Assert.Equal(Expected(effects), ReachProgram.Body(statements));

    [Theory]
    [InlineData("await new HttpClient().GetStringAsync(\"http://x\");", "network HttpClient.GetStringAsync")]
    [InlineData("await new HttpClient().PostAsync(\"http://x\", null);", "network! HttpClient.PostAsync")]
    [InlineData("await new HttpClient().DeleteAsync(\"http://x\");", "network! HttpClient.DeleteAsync")]
    [InlineData("await new HttpClient().SendAsync(new HttpRequestMessage(HttpMethod.Get, text));", "network HttpClient.SendAsync")]
    [InlineData("await new HttpClient().SendAsync(new(HttpMethod.Post, text));", "network! HttpClient.SendAsync")]
    [InlineData("await new HttpClient().SendAsync(new HttpRequestMessage { RequestUri = new(text) });", "network HttpClient.SendAsync")]
    [InlineData("await new HttpClient().SendAsync(new HttpRequestMessage { Method = HttpMethod.Put });", "network! HttpClient.SendAsync")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Head, text); await new HttpClient().SendAsync(request);", "network HttpClient.SendAsync")]
    [InlineData("var request = new HttpRequestMessage(); request.Method = HttpMethod.Post; await new HttpClient().SendAsync(request);", "network! HttpClient.SendAsync")]
    [InlineData("var request = new HttpRequestMessage(new HttpMethod(\"GET\"), text); await new HttpClient().SendAsync(request);", "network HttpClient.SendAsync")]
    [InlineData("var request = new HttpRequestMessage(new HttpMethod(text), text); await new HttpClient().SendAsync(request);", "network! HttpClient.SendAsync")]
    [InlineData("await new HttpClient().SendAsync(Other.Request);", "network! HttpClient.SendAsync")]
    [InlineData("_ = new HttpClient { BaseAddress = new(text) }; _ = new StringContent(text); await System.Net.Dns.GetHostAddressesAsync(text);", "")]
    public void Of_requests(string statements, params string[] effects) =>
        Assert.Equal(Expected(effects), ReachProgram.Body(statements, "static class Other { public static HttpRequestMessage Request = null!; }"));

    [Theory]
    [InlineData("command.ExecuteNonQuery();", "sql! DbCommand.ExecuteNonQuery")]
    [InlineData("command.ExecuteReader();", "sql! DbCommand.ExecuteReader")]
    [InlineData("command.CommandText = \"SELECT * FROM t\"; command.ExecuteReader();", "sql DbCommand.ExecuteReader")]
    [InlineData("command.CommandText = \"SELECT * FROM t WHERE n = '\" + text + \"'\"; command.ExecuteReader();", "sql! DbCommand.ExecuteReader")]
    [InlineData("command.CommandText = \"DELETE FROM t\"; command.ExecuteScalar();", "sql! DbCommand.ExecuteScalar")]
    [InlineData("command.CommandText = \"WITH d AS (SELECT 1) DELETE FROM t\"; command.ExecuteReader();", "sql! DbCommand.ExecuteReader")]
    [InlineData("command.CommandText = text;", "")]
    public void Of_statements(string statements, params string[] effects) =>
        Assert.Equal(Expected(effects), ReachProgram.Body("System.Data.Common.DbCommand command = null!; " + statements));

    [Fact]
    public void Native_code_and_pipes() => Assert.Equal("native! A.Go > A.beep, pipe! A.Go > Process.StandardInput", ReachProgram.Of(
        "class A { [System.Runtime.InteropServices.DllImport(\"x\")] static extern void beep(); void Go(Process shell) { beep(); shell.StandardInput.WriteLine(\"ls\"); } }"));

    private static string Expected(string[] effects) =>
        string.Join(", ", effects.Where(effect => effect.Length > 0).Select(effect => effect.Insert(effect.IndexOf(' ', StringComparison.Ordinal) + 1, "A.Go > ")));
}
