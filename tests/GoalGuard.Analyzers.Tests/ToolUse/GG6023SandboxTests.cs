namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Isolation of what tools run, taken away by settings of libraries.</summary>
public class GG6023SandboxTests
{
    private static string Program(string config, string members = "", string types = "") => $$"""
        using Docker.DotNet;
        using Docker.DotNet.Models;
        using Microsoft.Extensions.AI;
        public sealed class Snippets(IDockerClient docker, bool isOpen)
        {
            public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunAsync));

            private async Task<string> RunAsync(string code, string folder)
            {
                {{config}}
                var made = await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "python:3", Cmd = new List<string> { "python", "-c", code }, HostConfig = config });
                return made.ID;
            }

            {{members}}
        }

        {{types}}
        """;

    [Theory]
    [InlineData("var config = new HostConfig { Privileged = {|GG6023:true|} };")]
    [InlineData("var config = new HostConfig(); config.Privileged = {|GG6023:true|};")]
    [InlineData("var config = new HostConfig { NetworkMode = {|GG6023:\"host\"|} };")]
    [InlineData("var config = new HostConfig { PidMode = {|GG6023:\"host\"|}, IpcMode = {|GG6023:\"host\"|} };")]
    [InlineData("var config = new HostConfig { CapAdd = new List<string> { {|GG6023:\"SYS_ADMIN\"|} } };")]
    [InlineData("var config = new HostConfig { SecurityOpt = [{|GG6023:\"seccomp=unconfined\"|}] };")]
    [InlineData("var config = new HostConfig { Binds = new List<string> { {|GG6023:\"/:/host\"|} } };")]
    [InlineData("var config = new HostConfig { Binds = [{|GG6023:\"/var/run/docker.sock:/var/run/docker.sock\"|}] };")]
    [InlineData("var config = new HostConfig { Binds = [$\"{{|GG6023:folder|}}:/work\"] };")]
    [InlineData("var config = new HostConfig { Binds = [$\"{{|GG6023:Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)|}}:/home\"] };")]
    [InlineData("var config = new HostConfig { Binds = new List<string>() }; config.Binds.Add({|GG6023:\"/:/host\"|});")]
    [InlineData("var config = new HostConfig { Mounts = [new Mount { Type = \"bind\", Source = {|GG6023:\"/\"|}, Target = \"/host\" }] };")]
    [InlineData("var config = Make();", "private static HostConfig Make() => new() { Privileged = {|GG6023:true|} };")]
    [InlineData("var config = Make({|GG6023:true|});", "private static HostConfig Make(bool isPrivileged) => new() { Privileged = isPrivileged };")]
    [InlineData("var config = new HostConfig { Privileged = IsPrivileged };", "private static readonly bool IsPrivileged = {|GG6023:true|};")]
    [InlineData("var config = new HostConfig { NetworkMode = {|GG6023:Network|} };", "private const string Network = \"host\";")]
    [InlineData("var config = Make(new Isolation({|GG6023:\"host\"|}));", "private static HostConfig Make(Isolation isolation) => new() { NetworkMode = isolation.Network };", "public sealed record Isolation(string Network);")]
    [InlineData("Func<HostConfig> make = () => new HostConfig { Privileged = {|GG6023:true|} }; var config = make();")]
    public Task A_container_that_sees_the_machine(string config, string members = "", string types = "") => Verify.ReportsAsync(Program(config, members, types));

    [Theory]
    [InlineData("var config = new HostConfig();")]
    [InlineData("var config = new HostConfig { Privileged = false, NetworkMode = \"none\", CapDrop = [\"ALL\"] };")]
    [InlineData("var config = new HostConfig { NetworkMode = \"bridge\", CapAdd = [\"CHOWN\"] };")]
    [InlineData("var config = new HostConfig { Binds = [\"/tmp/work:/work\"] };")]
    [InlineData("var own = Directory.CreateTempSubdirectory(); var config = new HostConfig { Binds = [$\"{own.FullName}:/work\"] };")]
    [InlineData("if (!Known.Contains(folder)) return \"no\"; var config = new HostConfig { Binds = [$\"{folder}:/work\"] };", "private static readonly HashSet<string> Known = [\"/srv/a\"];")]
    [InlineData("var config = new HostConfig(); if (config.Privileged == true) return \"no\";")]
    public Task A_container_that_does_not(string config, string members = "") => Verify.SilentAsync(Program(config, members));

    [Fact]
    public async Task A_setting_that_decides_makes_it_an_info()
    {
        var report = Assert.Single(await Verify.ReportsAsync(Program("var config = new HostConfig { NetworkMode = isOpen ? {|GG6023:\"host\"|} : \"none\" };")));
        Assert.Equal("I", report.Properties["level"]);
    }

    [Fact]
    public Task The_programs_own_services_are_no_sandbox() => Verify.SilentAsync("""
        using Docker.DotNet;
        using Docker.DotNet.Models;
        using Microsoft.Extensions.AI;
        public static class Program
        {
            public static async Task Main(string[] args)
            {
                using var docker = new DockerClientConfiguration().CreateClient();
                await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "redis", HostConfig = new HostConfig { NetworkMode = "host" } });
            }
        }
        """);

    [Fact]
    public Task A_pod_that_sees_the_machine() => Verify.ReportsAsync("""
        using k8s;
        using k8s.Models;
        using Microsoft.Extensions.AI;
        public sealed class Pods(IKubernetes cluster)
        {
            public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunAsync));

            public async Task<string> RunAsync(string code)
            {
                var pod = await cluster.CoreV1.CreateNamespacedPodAsync(Pod(code), "agents");
                return pod.Metadata.Name;
            }

            private static V1Pod Pod(string code) => new()
            {
                Spec = new V1PodSpec
                {
                    HostNetwork = {|GG6023:true|},
                    Volumes = [new V1Volume { Name = "root", HostPath = new V1HostPathVolumeSource { Path = {|GG6023:"/"|} } }],
                    Containers = [new V1Container { Name = "code", Args = [code], SecurityContext = new V1SecurityContext { Privileged = {|GG6023:true|}, Capabilities = new V1Capabilities { Add = [{|GG6023:"SYS_ADMIN"|}] } } }],
                },
            };
        }
        """);

    [Fact]
    public Task Testcontainers() => Verify.ReportsAsync(new TestProgram("""
        using DotNet.Testcontainers.Builders;
        using Microsoft.Extensions.AI;
        public sealed class Snippets
        {
            public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Run));

            public object Run(string code) => new ContainerBuilder().WithPrivileged({|GG6023:true|}).WithBindMount({|GG6023:"/"|}, "/host").WithBindMount("/tmp/work", "/work");
        }
        """)
    {
        References = DeclaredLibrary.Beside("Testcontainers", """
            namespace DotNet.Testcontainers.Builders
            {
                public abstract class ContainerBuilder<TBuilder, TContainer, TConfiguration>
                {
                    public TBuilder WithPrivileged(bool privileged) => default!;
                    public TBuilder WithBindMount(string source, string destination) => default!;
                }

                public class ContainerBuilder : ContainerBuilder<ContainerBuilder, object, object> { }
            }
            """),
    });

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        using Docker.DotNet;
        using Docker.DotNet.Models;
        using Microsoft.Extensions.AI;
        public sealed class Snippets(IDockerClient docker, Isolation isolation)
        {
            public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunAsync));

            private async Task<string> RunAsync(string code)
            {
                var made = await docker.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "python:3", Cmd = new List<string> { code }, HostConfig = isolation.Config() });
                return made.ID;
            }
        }
        """,
        """
        using Docker.DotNet.Models;
        public sealed class Isolation
        {
            public HostConfig Config() => new() { Privileged = {|GG6023:true|} };
        }
        """);
}
