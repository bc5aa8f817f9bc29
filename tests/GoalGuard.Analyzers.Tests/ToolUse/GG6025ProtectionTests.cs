namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A model decides whether certificates are validated, whether the act is a dry run, whether it runs in a sandbox, whether a tool that ships disabled is there.</summary>
public class GG6025ProtectionTests
{
    private static string Tool(string parameters, string body, string members = "") => $$"""
        using System.ComponentModel;
        using System.Net.Mail;
        using System.Net.Security;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class Desk
        {
            {{members}}

            [McpServerTool]
            public async Task<string> Run({{parameters}})
            {
                {{body}}
            }
        }
        """;

    private const string Get = """using var http = new HttpClient(handler); return await http.GetStringAsync("https://example.org/");""";

    [Theory]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler(); if (insecure) handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler(); if (insecure) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = insecure ? HttpClientHandler.DangerousAcceptAnyServerCertificateValidator : null };")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = insecure ? (_, _, _, _) => true : null };")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => insecure || errors == SslPolicyErrors.None };")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => { if (insecure) return true; return errors == SslPolicyErrors.None; } };")]
    [InlineData("bool {|GG6025:validate|}", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => !validate || errors == SslPolicyErrors.None };")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new SocketsHttpHandler(); if (insecure) handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;")]
    [InlineData("bool {|GG6025:insecure|}", "var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = insecure ? (_, _, _, _) => true : null } };")]
    [InlineData("string page, DayOfWeek {|GG6025:day|}", "File.Delete(Path.GetFileName(page)); var handler = new HttpClientHandler(); if (day == DayOfWeek.Sunday) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    public Task Certificates(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, body + Get));

    [Theory]
    [InlineData("using var http = Client(insecure);", "private static HttpClient Client(bool any) { var handler = new HttpClientHandler(); if (any) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; return new HttpClient(handler); }")]
    [InlineData("using var http = Client(insecure);", "private static HttpClient Client(bool any) => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => any || errors == SslPolicyErrors.None });")]
    [InlineData("_any = insecure; using var http = Client();", "private bool _any; private HttpClient Client() { var handler = new HttpClientHandler(); if (_any) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; return new HttpClient(handler); }")]
    [InlineData("using var http = Client(new Settings(insecure));", "private static HttpClient Client(Settings settings) { var handler = new HttpClientHandler(); if (settings.Any) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; return new HttpClient(handler); } private sealed record Settings(bool Any);")]
    public Task Certificates_through_a_helper_field_or_record(string body, string members) =>
        Verify.ReportsAsync(Tool("bool {|GG6025:insecure|}", body + """return await http.GetStringAsync("https://example.org/");""", members));

    [Fact]
    public Task Certificates_in_a_lambda() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public static class Tools
        {
            public static AIFunction Make() => AIFunctionFactory.Create(async (string page, bool {|GG6025:insecure|}) =>
            {
                using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = insecure ? HttpClientHandler.DangerousAcceptAnyServerCertificateValidator : null });
                return await http.GetStringAsync("https://example.org/" + page);
            });
        }
        """);

    [Theory]
    [InlineData("bool log", "var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None }; if (log) Console.WriteLine();")]
    [InlineData("bool insecure", "var handler = new HttpClientHandler(); if (_isTest) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; Console.WriteLine(insecure);")]
    [InlineData("bool redirect", "var handler = new HttpClientHandler { AllowAutoRedirect = redirect, ServerCertificateCustomValidationCallback = (_, _, _, _) => true };")]
    [InlineData("bool strict", "var handler = new HttpClientHandler(); if (strict) handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;")]
    public Task The_program_decides_about_certificates(string parameters, string body) =>
        Verify.SilentAsync(Tool(parameters, body + Get, "private readonly bool _isTest = Environment.TickCount > 7;"));

    private const string Mail = """using var smtp = new SmtpClient("mail.example.org");""";

    [Theory]
    [InlineData("string to, bool {|GG6025:dryRun|}", """if (dryRun) return "would send"; smtp.Send("me@example.org", to, "Hello", "Hello"); return "sent";""")]
    [InlineData("string to, bool {|GG6025:dryRun|}", """if (!dryRun) { smtp.Send("me@example.org", to, "Hello", "Hello"); } return "done";""")]
    [InlineData("string to, bool {|GG6025:dryRun|} = true", """if (dryRun == false) { smtp.Send("me@example.org", to, "Hello", "Hello"); } return "done";""")]
    [InlineData("string to, bool? {|GG6025:dryRun|}", """if (dryRun ?? true) return "would send"; smtp.Send("me@example.org", to, "Hello", "Hello"); return "sent";""")]
    [InlineData("string[] to, bool {|GG6025:whatIf|}", """foreach (var each in to) { if (whatIf) { Console.WriteLine(each); continue; } smtp.Send("me@example.org", each, "Hello", "Hello"); } return "done";""")]
    [InlineData("bool {|GG6025:dryRun|}", """if (dryRun) return "would send"; smtp.Send("me@example.org", "all@example.org", "Hello", "Hello"); return "sent";""")]
    public Task A_dry_run(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, Mail + body + " await Task.Yield();"));

    [Theory]
    [InlineData("Send(to, dryRun);", "private static void Send(string to, bool dryRun) { if (dryRun) return; using var smtp = new SmtpClient(); smtp.Send(\"me@example.org\", to, \"Hello\", \"Hello\"); }")]
    [InlineData("_dryRun = dryRun; Send(to);", "private bool _dryRun; private void Send(string to) { if (_dryRun) return; using var smtp = new SmtpClient(); smtp.Send(\"me@example.org\", to, \"Hello\", \"Hello\"); }")]
    public Task A_dry_run_through_a_helper_or_field(string body, string members) =>
        Verify.ReportsAsync(Tool("string to, bool {|GG6025:dryRun|}", body + """ await Task.Yield(); return "done";""", members));

    [Theory]
    [InlineData("string to, bool dryRun", """if (dryRun) Console.WriteLine("only looking"); smtp.Send("me@example.org", {|GG6008:to|}, "Hello", "Hello"); return "sent";""")]
    [InlineData("string to, bool dryRun", """if (!dryRun) return "no"; smtp.Send("me@example.org", {|GG6008:to|}, "Hello", "Hello"); return "sent";""")]
    [InlineData("string to, bool urgent", """if (urgent) return "later"; smtp.Send("me@example.org", {|GG6008:to|}, "Hello", "Hello"); return "sent";""")]
    [InlineData("string file, bool dryRun", """if (dryRun) return "would delete"; File.Delete({|GG6003:file|}); return "deleted";""")]
    public Task No_dry_run_of_this_act(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, Mail + body + " await Task.Yield();"));

    [Theory]
    [InlineData("if (isolated) InContainer(code); else Plain(code);")]
    [InlineData("if (!isolated) { Plain(code); return; } InContainer(code);")]
    [InlineData("if (isolated) new Engine(options => options.LimitMemory(1000)).Execute(code); else new Engine(options => options.AllowClr()).Execute(code);")]
    [InlineData("Choose(code, isolated);")]
    [InlineData("_isolated = isolated; Chosen(code);")]
    [InlineData("Choose(new Order(code, isolated));")]
    public Task A_sandbox(string body) => Verify.ReportsAsync(Sandbox("AIFunctionFactory.Create(Run)", "private void Run(string code, bool {|GG6025:isolated|}) { " + body + " }"));

    [Fact]
    public Task A_sandbox_in_a_lambda() => Verify.ReportsAsync(Sandbox(
        "AIFunctionFactory.Create((string code, bool {|GG6025:isolated|}) => { if (isolated) InContainer(code); else Plain(code); })", ""));

    private static string Sandbox(string tool, string members) => $$"""
        using Microsoft.Extensions.AI;
        using Jint;
        public sealed class Agent(IChatClient client)
        {
            private bool _isolated;
            public Task<ChatResponse> Ask() => client.GetResponseAsync("Compute", new ChatOptions { Tools = [{{tool}}] });
            {{members}}
            private static void Choose(string code, bool closed) { if (closed) InContainer(code); else Plain(code); }
            private static void Choose(Order order) { if (order.Closed) InContainer(order.Code); else Plain(order.Code); }
            private void Chosen(string code) { if (_isolated) InContainer(code); else Plain(code); }
            private static void InContainer(string code) => new Engine(options => options.LimitMemory(1000)).Execute(code);
            private static void Plain(string code) => new Engine(options => options.AllowClr()).Execute(code);
            private sealed record Order(string Code, bool Closed);
        }
        """;

    [Theory]
    [InlineData("bool {|GG6025:more|}", "if (more) server.ServerOptions.ToolCollection!.Add(Extra); return \"done\";")]
    [InlineData("bool {|GG6025:more|}", "if (!more) return \"done\"; server.ServerOptions.ToolCollection!.TryAdd(Extra); return \"done\";")]
    public Task Tools_that_ship_disabled(string parameters, string body) => Verify.ReportsAsync(Tool(
        "McpServer server, " + parameters, body + " await Task.Yield();",
        """private static readonly McpServerTool Extra = McpServerTool.Create(() => "more");"""));

    [Fact]
    public Task Tools_that_the_program_adds() => Verify.SilentAsync(Tool(
        "McpServer server, bool more", "if (Environment.TickCount > 7) server.ServerOptions.ToolCollection!.Add(Extra); return more ? \"more\" : \"done\"; await Task.Yield();",
        """private static readonly McpServerTool Extra = McpServerTool.Create(() => "more");"""));

    [Fact]
    public async Task What_the_report_says()
    {
        var report = Assert.Single(await Verify.ReportsAsync(Tool(
            "bool {|GG6025:insecure|}", "var handler = new HttpClientHandler(); if (insecure) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;" + Get)));
        Assert.StartsWith(
            "Tool parameter 'insecure' decides whether the validation of certificates stands before HttpClientHandler.ServerCertificateCustomValidationCallback", report.GetMessage(null));
        Assert.Equal("effect:network", report.Properties["effect"]);
        Assert.Equal(["source|tool parameter 'insecure'", "act|HttpClientHandler.ServerCertificateCustomValidationCallback"], report.Properties["steps"]!.Split('\n'));
    }
}
