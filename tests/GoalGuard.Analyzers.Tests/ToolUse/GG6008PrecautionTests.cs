namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What stands between a model and acts outside, what only prepares them, and what only reads.</summary>
public class GG6008PrecautionTests
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
        public sealed class OutsideTools(IDockerClient docker, IKubernetes cluster, SmtpClient mail, IGitHubClient github, SshClient ssh)
        {
            private static readonly HashSet<string> Pods = new() { "web", "worker" };
            private enum Command { Restart, Status }
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
    [InlineData("Console.Write(text); if (Console.ReadLine() != \"y\") return null; ssh.RunCommand(text);")]
    [InlineData("if (!await ApprovePaymentAsync(amount)) return null; await new PayoutService().CreateAsync(new PayoutCreateOptions { Amount = amount });", "private static Task<bool> ApprovePaymentAsync(long amount) => Task.FromResult(Console.ReadLine() == \"y\");")]
    [InlineData("if (!Pods.Contains(text)) return null; await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\");")]
    [InlineData("if (text is not (\"web\" or \"worker\")) return null; await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\");")]
    [InlineData("ssh.RunCommand(text switch { \"restart\" => \"systemctl restart web\", _ => \"uptime\" });")]
    [InlineData("if (!Enum.TryParse<Command>(text, out var command)) return null; ssh.RunCommand(command.ToString());")]
    [InlineData("await Delete(Known(text));", "private Task Delete(string pod) => cluster.CoreV1.DeleteNamespacedPodAsync(pod, \"default\"); private static string Known(string pod) => Pods.Contains(pod) ? pod : throw new ArgumentException(pod);")]
    public Task Approval_and_allow_lists(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", dryRun: \"All\");")]
    [InlineData("const string mode = \"All\"; await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", dryRun: mode);")]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", new V1DeleteOptions { DryRun = new List<string> { \"All\" } });")]
    [InlineData("await Try(text);", "private Task Try(string pod) => cluster.CoreV1.DeleteNamespacedPodAsync(pod, \"default\", dryRun: \"All\");")]
    [InlineData("await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", new V1DeleteOptions { DryRun = [\"All\"] });")]
    [InlineData("var options = new V1DeleteOptions { DryRun = [\"All\"] }; await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", options);")]
    [InlineData("var modes = new List<string> { \"All\" }; var options = new V1DeleteOptions { DryRun = modes }; await cluster.CoreV1.DeleteNamespacedPodAsync(text, \"default\", options);")]
    public Task A_dry_run(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    /// <summary>A container with nothing of the machine in it is where model code belongs.</summary>
    [Theory]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = [\"python\", \"-c\", text], HostConfig = new HostConfig { NetworkMode = \"none\" } });")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = [\"python\", \"-c\", text], NetworkDisabled = true });")]
    [InlineData("var made = await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", NetworkDisabled = true }); await docker.Exec.ExecCreateContainerAsync(made.ID, new ContainerExecCreateParameters { Cmd = [\"python\", \"-c\", text] });")]
    public Task A_container_that_is_the_sandbox(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = {|GG6008:[text]|}, HostConfig = new HostConfig { NetworkMode = {|GG6023:\"host\"|} } });")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = {|GG6008:[text]|}, HostConfig = new HostConfig { NetworkMode = \"none\", Binds = [{|GG6023:\"/:/host\"|}] } });")]
    [InlineData("await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = \"python\", Cmd = {|GG6008:[text]|}, NetworkDisabled = false });")]
    public Task A_container_that_was_opened_is_none(string body) => Verify.ReportsAsync(Tool(body));

    /// <summary>A message that nobody sends, a name that is only asked for, a truth or date beside what the program chose.</summary>
    [Theory]
    [InlineData("var note = new MimeMessage { Subject = text }; return note.ToString();")]
    [InlineData("var options = new PayoutCreateOptions { Amount = amount }; return options.ToString();")]
    [InlineData("return await cluster.CoreV1.ReadNamespacedSecretAsync(text, \"default\");")]
    [InlineData("return (await github.Issue.Get(\"acme\", \"shop\", number)).Title;")]
    [InlineData("await docker.Containers.RemoveContainerAsync(\"web\", new ContainerRemoveParameters { Force = truth });")]
    [InlineData("var note = new MimeMessage { Subject = \"Done\" }; await mail.SendAsync(note);")]
    [InlineData("return ssh.RunCommand(\"uptime\").Result + text;")]
    public Task Payload_reads_and_constants(string body) => Verify.SilentAsync(Tool(body));
}
