namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text drives a browser, and what stands in the way.</summary>
public class GG6007BrowserTests
{
    private static string Tool(string body, string members = "") => $$"""
        using Microsoft.Playwright;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class BrowserTools(IPage page, IBrowserContext context)
        {
            private static readonly HashSet<string> Hosts = new() { "docs.example" };
            private static readonly HashSet<string> Known = new() { "#next", "#back" };
            private sealed record Step(string Where);
            {{members}}

            [McpServerTool]
            public async Task<object?> Do(string text, int x, int y)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
        }
        """;

    [Theory]
    [InlineData("return await page.EvaluateAsync<string>({|GG6007:text|});")]
    [InlineData("return await page.EvaluateAsync({|GG6007:$\"document.querySelector('{text}').remove()\"|});")]
    [InlineData("await page.GotoAsync({|GG6007:text|});")]
    [InlineData("await page.GotoAsync({|GG6007:\"https://\" + text|});")]
    [InlineData("await page.ClickAsync({|GG6007:text|});")]
    [InlineData("await page.Locator({|GG6007:text|}).ClickAsync();")]
    [InlineData("var found = page.Locator(text); await found.First.{|GG6007:ClickAsync|}();")]
    [InlineData("await page.Mouse.ClickAsync({|GG6007:x|}, y);")]
    [InlineData("await page.MainFrame.GotoAsync({|GG6007:text|});")]
    [InlineData("await page.SetContentAsync({|GG6007:text|});")]
    [InlineData("await context.AddInitScriptAsync({|GG6007:text|});")]
    [InlineData("await page.AddScriptTagAsync({|GG6007:new() { Content = text }|});")]
    [InlineData("await context.APIRequest.PostAsync({|GG6007:text|});")]
    [InlineData("if (text.Contains(\"admin\")) return null; await page.GotoAsync({|GG6007:text|});")]
    [InlineData("if (!text.StartsWith(\"https://\")) return null; await page.GotoAsync({|GG6007:text|});")]
    [InlineData("await Open({|GG6007:text|});", "private Task Open(string url) => page.GotoAsync(url);")]
    [InlineData("var step = new Step(text); await page.GotoAsync({|GG6007:step.Where|});")]
    [InlineData("Func<Task> open = async () => await page.GotoAsync({|GG6007:text|}); await open();")]
    public Task A_tool_drives_where_and_how_the_model_says(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Theory]
    [InlineData("await page.GotoAsync($\"https://docs.example/{text}\");")]
    [InlineData("await page.GotoAsync(\"https://docs.example/search?q=\" + Uri.EscapeDataString(text));")]
    [InlineData("var address = new Uri(text); if (!Hosts.Contains(address.Host)) return null; await page.GotoAsync(address.ToString());")]
    [InlineData("if (!Known.Contains(text)) return null; await page.ClickAsync(text);")]
    [InlineData("if (text is not (\"#next\" or \"#back\")) return null; await page.Locator(text).ClickAsync();")]
    [InlineData("Console.Write(text); if (Console.ReadLine() != \"y\") return null; await page.EvaluateAsync(text);")]
    [InlineData("if (!ConfirmScript(text)) return null; await page.EvaluateAsync(text);", "private static bool ConfirmScript(string script) => Console.ReadLine() == script;")]
    [InlineData("await page.FillAsync(\"#name\", text);")]
    [InlineData("await page.Locator(\"#name\").FillAsync(text); await page.Locator(\"#send\").ClickAsync();")]
    [InlineData("await page.Keyboard.TypeAsync(text);")]
    [InlineData("await page.EvaluateAsync($\"window.scrollTo(0, {y})\");")]
    [InlineData("await page.EvaluateAsync(\"name => document.title = name\", text);")]
    [InlineData("await page.GotoAsync(\"https://docs.example/\"); return await page.TitleAsync();")]
    [InlineData("await context.APIRequest.PostAsync(\"https://docs.example/log\", new() { Data = text });")]
    public Task Known_hosts_known_clicks_approval_and_typed_text(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    [Fact]
    public Task A_generic_member_of_an_interface_runs_the_script() => Verify.ReportsAsync(
        """
        using ModelContextProtocol.Server;
        namespace Web;
        public sealed record Request(string Url, string Method);

        public interface IBrowser
        {
            Task<T> Evaluate<T>(string id, string script);

            Task<object> Send(Request request);
        }

        [McpServerToolType]
        public sealed class BrowserTools(IBrowser browser)
        {
            [McpServerTool]
            public async Task<object?> Run(string script) => await browser.Evaluate<object>("1", {|GG6007:script|});

            [McpServerTool]
            public async Task<object?> Fetch(string text)
            {
                var request = System.Text.Json.JsonSerializer.Deserialize<Request>(text)!;
                return await browser.Send({|GG6007:request|});
            }
        }
        """,
        """
        using Microsoft.Playwright;
        namespace Web;
        public sealed class Pages
        {
            private readonly Dictionary<string, IPage> _pages = new();

            public IPage Of(string id) => _pages[id];
        }

        public sealed class Browser(Pages pages) : IBrowser
        {
            public async Task<T> Evaluate<T>(string id, string script) => await pages.Of(id).EvaluateAsync<T>(script);

            public async Task<object> Send(Request request)
            {
                string script = $"(async () => (await fetch('{request.Url}', {{ method: '{request.Method}' }})).json())()";
                return await Evaluate<object>("1", script);
            }
        }
        """);

    [Fact]
    public Task The_answer_of_a_model_waits_in_a_field_and_is_opened_by_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Surf;
        public sealed class Surfer(IChatClient client, IDriver driver)
        {
            private string _next = "";

            public async Task Think(string goal) => _next = (await client.GetResponseAsync(goal)).Text;

            public Task Act() => driver.OpenAsync({|GG6007:_next|});

            public async Task Script(string goal)
            {
                var reply = await client.GetResponseAsync<Plan>(goal);
                await Task.WhenAll(reply.Result.Scripts.Select(script => driver.RunAsync({|GG6007:script|})));
            }
        }

        public sealed record Plan(string[] Scripts);
        """,
        """
        using Microsoft.Playwright;
        namespace Surf;
        public interface IDriver
        {
            Task OpenAsync(string url);

            Task RunAsync(string script);
        }

        public sealed class Driver(IPage page) : IDriver
        {
            public Task OpenAsync(string url) => page.GotoAsync(url);

            public Task RunAsync(string script) => page.EvaluateAsync(script);
        }
        """);

    /// <summary>Another driver, known by its names: an address that is assigned, a script that is executed.</summary>
    [Fact]
    public Task The_address_of_a_web_driver_is_assigned() => Verify.ReportsAsync(new TestProgram("""
        using Microsoft.Extensions.AI;
        using OpenQA.Selenium;
        class Surfer(IChatClient client, IWebDriver driver)
        {
            public async Task Run(string goal)
            {
                var text = (await client.GetResponseAsync(goal)).Text;
                driver.Url = {|GG6007:text|};
                driver.Navigate().GoToUrl({|GG6007:text|});
                ((IJavaScriptExecutor)driver).ExecuteScript({|GG6007:text|});
                driver.FindElement(text).{|GG6007:Click|}();
                driver.FindElement("name").SendKeys(text);
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("WebDriver", """
            namespace OpenQA.Selenium
            {
                public interface IWebDriver { string Url { get; set; } INavigation Navigate(); IWebElement FindElement(string by); }
                public interface INavigation { void GoToUrl(string url); }
                public interface IWebElement { string Text { get; } void Click(); void SendKeys(string text); }
                public interface IJavaScriptExecutor { object ExecuteScript(string script, params object[] args); }
            }
            """),
    });

    [Fact]
    public async Task The_message_says_what_is_missing()
    {
        var reports = await Verify.ReportsAsync(Tool("await page.GotoAsync({|GG6007:text|}); await page.EvaluateAsync({|GG6007:text|});"));
        Assert.Contains("Tool parameter 'text' reaches IPage.GotoAsync: text drives a browser", reports[0].GetMessage());
        Assert.Contains("a constant host, an allow-list of hosts or an approval", reports[0].GetMessage());
        Assert.Contains("an allow-list, an approval or a sandbox", reports[1].GetMessage());
    }
}
