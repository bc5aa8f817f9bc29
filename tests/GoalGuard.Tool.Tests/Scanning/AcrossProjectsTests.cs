using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Scanning;

/// <summary>What a project infers of its members reaches the projects that reference it, through others too.</summary>
public sealed class AcrossProjectsTests : IDisposable
{
    private const string Wrapper = """
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        public class Assistant
        {
            private readonly IChatClient _client;
            public Assistant(IChatClient client) { _client = client; }

            public async Task<string> ConsultAsync(string question) => (await _client.GetResponseAsync(question)).Text;
        }
        """;

    private const string Services = """
        using System.Diagnostics;
        using System.Threading.Tasks;

        public class Planner
        {
            private readonly Assistant _assistant;
            public Planner(Assistant assistant) { _assistant = assistant; }

            public Task<string> NextStepAsync(string goal) => _assistant.ConsultAsync("What is the next step to " + goal);
        }

        public static class Machinery
        {
            public static void Launch(string command) => Process.Start("bash", "-c " + command);

            public static bool IsKnown(string command) => command == "ls" || command == "pwd";
        }
        """;

    private const string App = """
        using System.Threading.Tasks;

        public class Program
        {
            public static async Task RunAsync(Planner planner)
            {
                var step = await planner.NextStepAsync("tidy up");
                Machinery.Launch(step);
                if (Machinery.IsKnown(step))
                {
                    Machinery.Launch(step);
                }
            }
        }
        """;

    private readonly TemporaryRepository _repository = new TemporaryRepository()
        .WriteProject("Wrapper", Wrapper, items: Programs.ModelPackage)
        .WriteProject("Services", Services, items: Reference("Wrapper"))
        .WriteProject("App", App, items: Reference("Services"));

    private static string Reference(string project) => $"""<ProjectReference Include="../{project}/{project}.csproj" />""";

    [Fact]
    public async Task A_flow_through_three_projects_is_found()
    {
        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Empty(scan.BuildErrors);
        Assert.Equal(["GG6001 warning Code.cs:8 net10.0"], scan.Findings);
        Assert.Equal(["App.csproj net10.0 analysed", "../Services/Services.csproj net10.0 analysed", "../Wrapper/Wrapper.csproj net10.0 analysed"], scan.Projects);
        Assert.Equal(
            [
                "effect:process M:Machinery.Launch(System.String) arg:command : arguments",
                "model-call M:Assistant.ConsultAsync(System.String) return",
                "model-call M:Planner.NextStepAsync(System.String) return",
                "sanitizer M:Machinery.IsKnown(System.String) arg:command : membership",
            ],
            Exports(scan));
    }

    [Fact]
    public async Task Each_project_is_compiled_once()
    {
        _repository.Write("Directory.Build.targets", """
            <Project>
              <Target Name="Count" BeforeTargets="CoreCompile">
                <WriteLinesToFile File="$(MSBuildThisFileDirectory)compiled.txt" Lines="$(MSBuildProjectName)" />
              </Target>
            </Project>
            """);

        var scan = await Scan.RunJsonAsync(_repository.Root);

        Assert.Equal(["GG6001 warning App/Code.cs:8 net10.0"], scan.Findings);
        Assert.Equal(["App", "Services", "Wrapper"], (await File.ReadAllLinesAsync(_repository.PathOf("compiled.txt"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_models_file_says_of_its_project_is_handed_on()
    {
        _repository
            .Write("Services/own.goalguard.models", "- effect:process M:Nothing.At.All\nmodel-call M:Machinery.Read return # what the last run said")
            .WriteProject("Services", """
                public static class Machinery { public static string Read() => System.Console.ReadLine() ?? ""; }
                """)
            .Write("App/Code.cs", """
                public class Program { public static void Run() => System.Diagnostics.Process.Start("bash", "-c " + Machinery.Read()); }
                """);

        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Equal(["GG6001 warning Code.cs:1 net10.0"], scan.Findings);
    }

    [Fact]
    public async Task A_note_with_signs_that_the_build_knows_is_handed_on_whole()
    {
        const string Line = "effect:process M:Machinery.Launch arg:command when arg:mode=a;b : arguments, 100%20 of $(them), @(any) * or ?";
        _repository
            .Write("Services/own.goalguard.models", Line)
            .WriteProject("Services", """
                public static class Machinery { public static extern void Launch(string command, string mode); }
                """, items: Reference("Wrapper"))
            .Write("App/Code.cs", """
                public class Program { public static async System.Threading.Tasks.Task Run(Assistant assistant) => Machinery.Launch(await assistant.ConsultAsync("What now?"), "a;b"); }
                """);

        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Empty(scan.BuildErrors);
        Assert.Equal(["GG6001 warning Code.cs:1 net10.0"], scan.Findings);
        Assert.Contains(Line, Exports(scan));
    }

    [Fact]
    public async Task What_is_said_of_a_member_that_only_friends_see_is_no_mistake_of_the_others()
    {
        _repository
            .Write("Services/own.goalguard.models", "effect:process M:Machinery.Hidden arg:command : arguments")
            .WriteProject("Services", """
                public static class Machinery { internal static extern void Hidden(string command); }
                """, items: Reference("Wrapper"))
            .Write("App/Code.cs", """
                public class Program { public static System.Threading.Tasks.Task<string> Run(Assistant assistant) => assistant.ConsultAsync("What now?"); }
                """);

        var scan = await Scan.RunJsonAsync(_repository.PathOf("App"));

        Assert.Empty(scan.BuildErrors);
        Assert.Empty(scan.Findings);
    }

    private static IReadOnlyList<string> Exports(ScanJson scan) =>
    [
        .. scan.Report.GetProperty("inventory").EnumerateArray().Select(entry => entry.GetProperty("export").GetString()).OfType<string>().Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _repository.Dispose();
}
