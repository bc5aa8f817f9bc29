namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text reaches containers, clusters, other machines, repositories, people and money.</summary>
public class GG6008OutsideActTests
{
    private static string Tool(string body, string members = "") => $$"""
        using Docker.DotNet;
        using Docker.DotNet.Models;
        using k8s;
        using k8s.Models;
        using MailKit.Net.Smtp;
        using MimeKit;
        using ModelContextProtocol.Server;
        using Octokit;
        using Renci.SshNet;
        using Stripe;
        [McpServerToolType]
        public sealed class OutsideTools(IDockerClient docker, IKubernetes cluster, SmtpClient mail, IGitHubClient github, SshClient ssh, System.Net.Mail.SmtpClient oldMail)
        {
            private sealed record Order(string Text, long Amount);
            {{members}}

            [McpServerTool]
            public async Task<object?> Do(string text, int number, long amount, bool truth)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
        }
        """;

    [Theory]
    [InlineData("await docker.Containers.RemoveContainerAsync({|GG6008:text|}, new ContainerRemoveParameters());")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = {|GG6008:text|} });")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = {|GG6008:[\"python\", \"-c\", text]|} });")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = {|GG6008:text|}, HostConfig = new HostConfig { NetworkMode = \"none\", Privileged = {|GG6023:true|} } });")]
    [InlineData("var options = new CreateContainerParameters(); options.Image = text; await docker.Containers.CreateContainerAsync({|GG6008:options|});")]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync({|GG6008:text|}, \"default\");")]
    [InlineData("await cluster.AppsV1.PatchNamespacedDeploymentAsync(new V1Patch(\"{}\", V1Patch.PatchType.MergePatch), {|GG6008:text|}, \"default\");")]
    [InlineData("var pod = new V1Pod { Metadata = new V1ObjectMeta { Name = text } }; await cluster.CoreV1.CreateNamespacedPodAsync({|GG6008:pod|}, \"default\");")]
    [InlineData("ssh.RunCommand({|GG6008:text|});")]
    [InlineData("using var command = ssh.CreateCommand({|GG6008:\"rm \" + text|}); command.Execute();")]
    [InlineData("await github.Issue.Create(\"acme\", \"shop\", {|GG6008:new NewIssue(text)|});")]
    [InlineData("await github.PullRequest.Merge(\"acme\", \"shop\", {|GG6008:number|}, new MergePullRequest());")]
    [InlineData("await github.Repository.Delete({|GG6008:text|}, \"shop\");")]
    [InlineData("var note = new MimeMessage(); note.Subject = text; await mail.SendAsync({|GG6008:note|});")]
    [InlineData("var note = new MimeMessage(); note.To.Add(MailboxAddress.Parse(text)); await mail.SendAsync({|GG6008:note|});")]
    [InlineData("var note = new MimeMessage(); note.To.Add(new MailboxAddress(\"Ada\", text)); mail.Send({|GG6008:note|});")]
    [InlineData("var builder = new BodyBuilder { TextBody = text }; var note = new MimeMessage { Body = builder.ToMessageBody() }; await mail.SendAsync({|GG6008:note|});")]
    [InlineData("oldMail.Send(\"a@acme.example\", {|GG6008:text|}, \"Hello\", \"There\");")]
    [InlineData("using var note = new System.Net.Mail.MailMessage(\"a@acme.example\", \"b@acme.example\") { Body = text }; await oldMail.SendMailAsync({|GG6008:note|});")]
    [InlineData("using var note = new System.Net.Mail.MailMessage(); note.To.Add(text); oldMail.Send({|GG6008:note|});")]
    [InlineData("await new RefundService().CreateAsync(new RefundCreateOptions { PaymentIntent = {|GG6008:text|} });")]
    [InlineData("await new RefundService().CreateAsync(new RefundCreateOptions { PaymentIntent = \"pi_1\", Amount = {|GG6008:amount|} });")]
    [InlineData("await new PayoutService().CreateAsync(new PayoutCreateOptions { Currency = \"eur\", Amount = {|GG6008:decimal.ToInt64(decimal.Parse(text))|} });")]
    [InlineData("await new SubscriptionService().CancelAsync({|GG6008:text|});")]
    [InlineData("if (text.Contains(\"rm\")) return null; ssh.RunCommand({|GG6008:text|});")]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync({|GG6008:text|}, \"default\", dryRun: truth ? \"All\" : null);")]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync({|GG6008:text|}, \"default\", dryRun: null);")]
    [InlineData("Run({|GG6008:text|});", "private void Run(string command) => ssh.RunCommand(command);")]
    [InlineData("await SendAsync({|GG6008:text|});", "private Task SendAsync(string body) { var note = new MimeMessage { Subject = \"News\", Body = new TextPart(\"plain\") { Text = body } }; return mail.SendAsync(note); }")]
    [InlineData("await PayAsync({|GG6008:amount|});", "private Task PayAsync(long cents) => new PayoutService().CreateAsync(new PayoutCreateOptions { Amount = cents });")]
    [InlineData("var order = new Order(text, amount); ssh.RunCommand({|GG6008:order.Text|});")]
    [InlineData("Func<string> run = () => ssh.RunCommand({|GG6008:text|}).Result; return run();")]
    public Task A_tool_acts_outside_with_what_the_model_says(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Fact]
    public Task An_answer_in_a_field_reaches_acts_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Office;
        public sealed class Clerk(IChatClient client, IPost post, IBank bank)
        {
            private string _letter = "";

            public async Task Write(string request) => _letter = (await client.GetResponseAsync(request)).Text;

            public Task Send() => post.SendAsync("ada@acme.example", {|GG6008:_letter|});

            public async Task Pay(string request)
            {
                var plan = (await client.GetResponseAsync<Plan>(request)).Result;
                await bank.PayAsync({|GG6008:plan.Amount|});
            }
        }

        public sealed record Plan(long Amount);
        """,
        """
        using MailKit;
        using MimeKit;
        using Stripe;
        namespace Office;
        public interface IPost
        {
            Task SendAsync(string to, string text);
        }

        public interface IBank
        {
            Task PayAsync(long amount);
        }

        public sealed class Post(IMailTransport transport) : IPost
        {
            public async Task SendAsync(string to, string text)
            {
                var message = new MimeMessage { Body = new TextPart("plain") { Text = text } };
                message.To.Add(MailboxAddress.Parse(to));
                await transport.SendAsync(message);
            }
        }

        public sealed class Bank(TransferService transfers) : IBank
        {
            public Task PayAsync(long amount) => transfers.CreateAsync(new TransferCreateOptions { Amount = amount, Destination = "acct_1" });
        }
        """);

    /// <summary>Options that wait in a field of the object that hands them over.</summary>
    [Theory]
    [InlineData("_options = new RefundCreateOptions { PaymentIntent = \"pi_1\", Amount = amount }; await refunds.CreateAsync(_options);")]
    [InlineData("_options = new RefundCreateOptions(); _options.Amount = amount; await refunds.CreateAsync(_options);")]
    [InlineData("var options = new RefundCreateOptions { Amount = amount }; await refunds.CreateAsync(options);")]
    public Task Options_in_a_field_of_the_helper(string body) => Verify.ReportsAsync($$"""
        using Microsoft.Extensions.AI;
        using Stripe;
        public sealed class Cashier(IChatClient client, RefundService refunds)
        {
            private RefundCreateOptions? _options;
            private Plan? _plan;

            public async Task Decide(string complaint)
            {
                _plan = (await client.GetResponseAsync<Plan>(complaint)).Result;
                await Pay({|GG6008:_plan.Amount|});
            }

            private async Task Pay(long amount)
            {
                {{body}}
            }
        }

        public sealed record Plan(long Amount);
        """);

    [Fact]
    public async Task One_report_for_a_call_with_several_of_its_arguments()
    {
        var report = (await Verify.ReportsAsync(Tool("await github.Repository.Delete({|GG6008:text|}, text + number);"))).Single();
        Assert.Contains("Tool parameter 'text' (and 1 more) reaches IRepositoriesClient.Delete", report.GetMessage());
        Assert.Contains("an approval, an allow-list or a dry run", report.GetMessage());
        Assert.Equal("effect:git", report.Properties["effect"]);
    }
}
