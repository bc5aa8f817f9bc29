namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Acts of libraries that the tests cannot reference: known by type and member name, and declared here under the same full names.</summary>
public class OutsideLibraryTests
{
    private static TestProgram Tool(string assembly, string library, string usings, string service, string body) => new($$"""
        using ModelContextProtocol.Server;
        {{usings}}
        [McpServerToolType]
        public sealed class Tools({{service}})
        {
            [McpServerTool]
            public async Task<object?> Do(string text, int number)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
        }
        """) { References = DeclaredLibrary.Beside(assembly, library) };

    private const string Twilio = """
        namespace Twilio.Types { public interface IEndpoint { } public class PhoneNumber : IEndpoint { public PhoneNumber(string number) { } } public class Twiml { public Twiml(string text) { } } }
        namespace Twilio.Rest.Api.V2010.Account
        {
            using Twilio.Types;
            public class CreateMessageOptions { public CreateMessageOptions(PhoneNumber to) { } public string Body { get; set; } }
            public class MessageResource
            {
                public static MessageResource Create(CreateMessageOptions options) => null;
                public static MessageResource Create(PhoneNumber to, string pathAccountSid = null, PhoneNumber from = null, string body = null) => null;
                public static bool Delete(string pathSid, string pathAccountSid = null) => true;
            }
            public class CallResource { public static Task<CallResource> CreateAsync(IEndpoint to, IEndpoint from, Twiml twiml = null) => null; public static CallResource Fetch(string pathSid) => null; }
        }
        """;

    [Theory]
    [InlineData("await CallResource.CreateAsync({|GG6008:new PhoneNumber(text)|}, new PhoneNumber(\"+1\"));")]
    [InlineData("await CallResource.CreateAsync(new PhoneNumber(\"+1\"), new PhoneNumber(\"+2\"), {|GG6008:new Twiml(text)|});")]
    [InlineData("MessageResource.Create(new PhoneNumber(\"+1\"), body: {|GG6008:text|});")]
    [InlineData("MessageResource.Create({|GG6008:new CreateMessageOptions(new PhoneNumber(text)) { Body = \"hello\" }|});")]
    [InlineData("MessageResource.Delete({|GG6008:text|});")]
    [InlineData("return CallResource.Fetch(text);")]
    public Task Telephone(string body) => Verify.ReportsAsync(Tool("Twilio", Twilio, "using Twilio.Types; using Twilio.Rest.Api.V2010.Account;", "string account", body + " Console.WriteLine(account);"));

    private const string Graph = """
        namespace Microsoft.Kiota.Abstractions { public abstract class BaseRequestBuilder { } }
        namespace Microsoft.Graph.Models { public class Message { public string Subject { get; set; } } public class Event { public string Subject { get; set; } } }
        namespace Microsoft.Graph.Users.Item.SendMail
        {
            public class SendMailPostRequestBody { public Microsoft.Graph.Models.Message Message { get; set; } }
            public class SendMailRequestBuilder : Microsoft.Kiota.Abstractions.BaseRequestBuilder { public Task PostAsync(SendMailPostRequestBody body) => null; }
        }
        namespace Microsoft.Graph.Users.Item.Events.Item { public class EventItemRequestBuilder : Microsoft.Kiota.Abstractions.BaseRequestBuilder { public Task DeleteAsync() => null; public Task<Microsoft.Graph.Models.Event> GetAsync() => null; } }
        namespace Microsoft.Graph.Users.Item.Events
        {
            public class EventsRequestBuilder : Microsoft.Kiota.Abstractions.BaseRequestBuilder
            {
                public Item.EventItemRequestBuilder this[string id] => null;
                public Task PostAsync(Microsoft.Graph.Models.Event body) => null;
            }
        }
        namespace Microsoft.Graph
        {
            public class Me { public Users.Item.SendMail.SendMailRequestBuilder SendMail => null; public Users.Item.Events.EventsRequestBuilder Events => null; }
            public class GraphServiceClient { public Me Me => null; }
        }
        """;

    [Theory]
    [InlineData("await graph.Me.SendMail.PostAsync(new() { Message = new() { Subject = {|GG6008:text|} } });")]
    [InlineData("await graph.Me.Events.PostAsync(new() { Subject = {|GG6008:text|} });")]
    [InlineData("return await graph.Me.Events[text].GetAsync();")]
    [InlineData("await graph.Me.Events[\"old\"].DeleteAsync();")]
    public Task Records_of_an_office(string body) => Verify.ReportsAsync(Tool("Microsoft.Graph", Graph, "using Microsoft.Graph;", "GraphServiceClient graph", body));

    private const string Cloud = """
        namespace Azure.ResourceManager { public abstract class ArmResource { } public abstract class ArmCollection { } }
        namespace Azure.ResourceManager.Compute
        {
            public class VirtualMachineData { public string Size { get; set; } }
            public class VirtualMachineResource : ArmResource { public Task DeleteAsync(int wait) => null; public Task RestartAsync(int wait) => null; public Task<VirtualMachineResource> GetAsync() => null; }
            public class VirtualMachineCollection : ArmCollection { public Task CreateOrUpdateAsync(int wait, string name, VirtualMachineData data) => null; public VirtualMachineResource Get(string name) => null; }
        }
        namespace Amazon.EC2.Model { public class TerminateInstancesRequest { public List<string> InstanceIds { get; set; } } public class DescribeInstancesRequest { public List<string> InstanceIds { get; set; } } }
        namespace Amazon.EC2 { public interface IAmazonEC2 { Task TerminateInstancesAsync(Model.TerminateInstancesRequest request); Task<object> DescribeInstancesAsync(Model.DescribeInstancesRequest request); } }
        """;

    [Theory]
    [InlineData("await machines.Get({|GG6008:text|}).DeleteAsync(1);")]
    [InlineData("await machines.Get({|GG6008:text|}).RestartAsync(1);")]
    [InlineData("await machines.CreateOrUpdateAsync(1, {|GG6008:text|}, new VirtualMachineData());")]
    [InlineData("return await machines.Get(text).GetAsync();")]
    public Task Machines_of_one_provider(string body) =>
        Verify.ReportsAsync(Tool("Azure.ResourceManager", Cloud, "using Azure.ResourceManager.Compute;", "VirtualMachineCollection machines", body));

    [Theory]
    [InlineData("await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = {|GG6008:[text]|} });")]
    [InlineData("return await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [text] });")]
    public Task Machines_of_another(string body) => Verify.ReportsAsync(Tool("AWSSDK.EC2", Cloud, "using Amazon.EC2; using Amazon.EC2.Model;", "IAmazonEC2 ec2", body));

    private const string Puppeteer = """
        namespace PuppeteerSharp
        {
            public interface IPage
            {
                Task GoToAsync(string url); Task<T> EvaluateExpressionAsync<T>(string script); Task EvaluateFunctionAsync(string script, params object[] args); Task ClickAsync(string selector);
                Task TypeAsync(string selector, string text); Task<string> GetContentAsync();
            }
        }
        """;

    [Theory]
    [InlineData("await page.GoToAsync({|GG6007:text|});")]
    [InlineData("return await page.EvaluateExpressionAsync<object>({|GG6007:text|});")]
    [InlineData("await page.EvaluateFunctionAsync({|GG6007:\"() => \" + text|});")]
    [InlineData("await page.ClickAsync({|GG6007:text|});")]
    [InlineData("await page.EvaluateFunctionAsync(\"name => find(name)\", text);")]
    [InlineData("await page.TypeAsync(\"#name\", text);")]
    public Task Another_browser(string body) => Verify.ReportsAsync(Tool("PuppeteerSharp", Puppeteer, "using PuppeteerSharp;", "IPage page", body));

    private const string Git = """
        namespace LibGit2Sharp
        {
            public class Branch { } public class Remote { } public class Signature { } public class PushOptions { } public class CommitOptions { } public class MergeOptions { } public class Commit { }
            public class Network { public virtual void Push(Remote remote, string pushRefSpec, PushOptions options) { } }
            public class RemoteCollection { public virtual Remote Add(string name, string url) => null; public virtual Remote this[string name] => null; }
            public interface IRepository { Network Network { get; } Commit Commit(string message, Signature author, Signature committer, CommitOptions options); object Merge(string committish, Signature merger, MergeOptions options); }
            public class Repository { public Network Network => null; public static string Clone(string sourceUrl, string workdirPath) => null; }
        }
        """;

    [Theory]
    [InlineData("repository.Network.Push(null, {|GG6008:text|}, null);")]
    [InlineData("repository.Commit({|GG6008:text|}, null, null, null);")]
    [InlineData("repository.Merge({|GG6008:text|}, null, null);")]
    [InlineData("Repository.Clone({|GG6008:text|}, \"work\");")]
    [InlineData("remotes.Add(\"origin\", {|GG6008:text|});")]
    public Task Repositories(string body) => Verify.ReportsAsync(Tool("LibGit2Sharp", Git, "using LibGit2Sharp;", "IRepository repository, RemoteCollection remotes", body));

    [Fact]
    public Task A_tool_that_writes_to_stores_and_queues_is_granted() => Verify.ReportsAsync(new TestProgram("""
        using Microsoft.Azure.Cosmos; using Azure.Messaging.ServiceBus; using Microsoft.Extensions.AI;
        public sealed class Desk(Container store, ServiceBusSender queue)
        {
            public ChatOptions Storing() => new() { Tools = {|GG6020:[AIFunctionFactory.Create(Store)]|} };
            public ChatOptions Sending() => new() { Tools = {|GG6020:[AIFunctionFactory.Create(Send)]|} };
            public ChatOptions Reading() => new() { Tools = [AIFunctionFactory.Create(Read)] };

            private Task Store(string text) => store.UpsertItemAsync(text);
            private Task Send(string text) => queue.SendMessageAsync(text);
            private Task<string> Read(string id) => store.ReadItemAsync<string>(id);
        }
        """)
    {
        References = DeclaredLibrary.Beside("Microsoft.Azure.Cosmos.Client", """
            namespace Microsoft.Azure.Cosmos { public abstract class Container { public abstract Task UpsertItemAsync<T>(T item); public abstract Task<T> ReadItemAsync<T>(string id); } }
            namespace Azure.Messaging.ServiceBus { public class ServiceBusSender { public virtual Task SendMessageAsync(string message) => null; } }
            """).Append(DeclaredLibrary.Reference("Azure.Messaging.ServiceBus", "namespace Azure.Messaging.ServiceBus.Models { public class Nothing { } }", TestReferences.Framework)).ToList(),
    });

    [Fact]
    public Task Requests_of_marked_members() => Verify.ReportsAsync(new TestProgram("""
        using Refit; using Microsoft.Extensions.AI;
        public interface IShop { [Get("/items")] Task<string> List(); [Post("/orders")] Task<string> Order(string item); }
        public sealed class Desk(IShop shop)
        {
            public ChatOptions Ordering() => new() { Tools = {|GG6020:[AIFunctionFactory.Create(Order)]|} };
            public ChatOptions Listing() => new() { Tools = [AIFunctionFactory.Create(List)] };

            private Task<string> Order(string item) => shop.Order(item);
            private Task<string> List() => shop.List();
        }
        """)
    {
        References = DeclaredLibrary.Beside("Refit", "namespace Refit { public class GetAttribute : Attribute { public GetAttribute(string path) { } } public class PostAttribute : Attribute { public PostAttribute(string path) { } } }"),
    });
}
