using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Ready-made plugins of a library, which act on somebody's mail, calendar, tasks and files: their bodies are out of sight, and knowledge says what they do.</summary>
public class GG6020LibraryPluginTests
{
    private const string Assembly = "Microsoft.SemanticKernel.Plugins.MsGraph";

    /// <summary>The library in its shape; the newer one allows nothing that it is not told to allow.</summary>
    private static string Library(string settings) => $$"""
        namespace Microsoft.SemanticKernel.Plugins.MsGraph
        {
            public sealed class CalendarPlugin { [KernelFunction] public Task AddEventAsync(string input) => Task.CompletedTask; }
            public sealed class EmailPlugin { [KernelFunction] public Task SendEmailAsync(string content, string recipients) => Task.CompletedTask; }
            public sealed class TaskListPlugin { [KernelFunction] public Task AddTaskAsync(string title) => Task.CompletedTask; }
            public sealed class CloudDrivePlugin
            {
                {{settings}}
                [KernelFunction] public Task<string> CreateLinkAsync(string filePath) => Task.FromResult(filePath);
            }
            public sealed class OrganizationHierarchyPlugin { [KernelFunction] public Task<string> GetMyManagerNameAsync() => Task.FromResult(""); }
        }
        """;

    private static TestProgram Program(string body, string settings = "") => new($$"""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Plugins.MsGraph;
        public static class Program
        {
            public static void Add(Kernel kernel) { {{body}} }
        }
        """)
    {
        References = TestReferences.All.Append(DeclaredLibrary.Reference(Assembly, Library(settings), TestReferences.All)).ToList(),
    };

    [Theory]
    [InlineData("kernel.ImportPluginFromObject({|GG6020:new TaskListPlugin()|}, \"todo\");")]
    [InlineData("kernel.ImportPluginFromObject({|GG6020:new CalendarPlugin()|}, \"calendar\");")]
    [InlineData("kernel.ImportPluginFromObject({|GG6020:new EmailPlugin()|}, \"email\");")]
    [InlineData("kernel.ImportPluginFromObject({|GG6020:new CloudDrivePlugin()|}, \"drive\");")]
    [InlineData("var plugin = KernelPluginFactory.CreateFromObject(new EmailPlugin()); kernel.Plugins.Add({|GG6020:plugin|});")]
    public Task What_acts_for_somebody(string body) => Verify.ReportsAsync(Program(body));

    [Theory]
    [InlineData("kernel.ImportPluginFromObject(new OrganizationHierarchyPlugin(), \"people\");")]
    [InlineData("kernel.ImportPluginFromObject(new CloudDrivePlugin(), \"drive\");", "public IEnumerable<string> AllowedSharePaths { get; set; } = [];")]
    [InlineData("kernel.ImportPluginFromObject(new CloudDrivePlugin { AllowedUploadDirectories = [\"/notes\"] }, \"drive\");", "public IEnumerable<string> AllowedUploadDirectories { get; set; } = [];")]
    public async Task What_reads_and_what_confines_itself(string body, string settings = "") =>
        Assert.DoesNotContain(await AnalysisRun.FullAsync(Program(body, settings)), report => report.Id == "GG6020");
}
