using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Tool conventions that another project declares: only their names are in sight.</summary>
public class GG6001ToolLibraryTests
{
    private const string Library = """
        using System.Text.Json;
        namespace Abstractions;
        public class Message
        {
            public string SenderId { get; set; } = "";
            public string? FunctionArgs { get; set; }
            public Message? Parent { get; set; }
        }

        public interface IFunctionCallback { string Name { get; } Task<bool> Execute(Message message); }
        public interface IAgentTool { string Name { get; } Task<string> ExecuteAsync(string arguments); string Describe(string format); }
        public interface IReport { string Name { get; } Task<string> ExecuteAsync(string arguments); }
        public abstract class BuildToolTask { public abstract string Execute(string arguments); }
        public sealed class ToolMetadata { public bool ReadOnly { get; init; } }
        public interface ICommand { string Name { get; } ToolMetadata Metadata { get; } }
        public abstract class CommandBase : ICommand
        {
            public abstract string Name { get; }
            public ToolMetadata Metadata { get; } = new();
            public abstract Task<string> ExecuteAsync(JsonElement input, CancellationToken cancellation);
            public abstract string Validate(JsonElement input);
        }

        public abstract class CheckedCommand<TOptions> : ICommand
        {
            public abstract string Name { get; }
            public ToolMetadata Metadata { get; } = new();
            public virtual void Validate(TOptions options, List<string> errors) { }
            public abstract Task<string> ExecuteAsync(TOptions options, CancellationToken cancellation);
        }

        public abstract class Toolbox { public IReadOnlyList<ToolMetadata> Tools { get; } = []; public abstract Task<string> ExecuteAsync(string arguments); }
        [AttributeUsage(AttributeTargets.Method)] public sealed class AiToolAttribute(string name) : Attribute { public string Name => name; }
        [AttributeUsage(AttributeTargets.Method)] public sealed class MenuItemAttribute(string name) : Attribute { public string Name => name; }
        """;

    private static readonly Lazy<MetadataReference> Reference = new(() =>
    {
        using var image = new MemoryStream();
        Assert.True(new TestProgram(Library).Compile().WithAssemblyName("Abstractions").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    private static TestProgram Program(string members, string type, bool hasModelLibrary = true) => new($$"""
        using Abstractions;
        using System.Text.Json;
        namespace Plugins;
        public sealed class Arguments { public string? Command { get; set; } }
        {{type}}
        {
            public string Name => "shell";
            {{members}}
        }
        """) { References = [.. hasModelLibrary ? TestReferences.All : TestReferences.Framework, Reference.Value] };

    [Theory]
    [InlineData("sealed class Shell : IAgentTool", "public string Describe(string format) => format; public async Task<string> ExecuteAsync(string arguments) { Process.Start(\"bash\", {|GG6001:$\"-c {arguments}\"|}); return \"\"; }")]
    [InlineData("sealed class Shell : IFunctionCallback", "public Task<bool> Execute(Message message) { var args = JsonSerializer.Deserialize<Arguments>(message.FunctionArgs!); Process.Start(\"bash\", {|GG6001:$\"-c {args!.Command}\"|}); return Task.FromResult(true); }")]
    [InlineData("sealed class Shell", "[AiTool(\"shell\")] public void Run(string command) => Process.Start(\"bash\", {|GG6001:$\"-c {command}\"|});")]
    public Task Its_name_says_tool(string type, string members) => Verify.ReportsAsync(Program(members, type));

    [Theory]
    [InlineData("sealed class Shell : IAgentTool", "public string Describe(string format) { Process.Start(\"bash\", $\"-c {format}\"); return format; } public async Task<string> ExecuteAsync(string arguments) => arguments;")]
    [InlineData("sealed class Shell : IFunctionCallback", "public Task<bool> Execute(Message message) { Process.Start(\"bash\", $\"-c {message.SenderId}\"); return Task.FromResult(true); }")]
    [InlineData("sealed class Shell : IReport", "public async Task<string> ExecuteAsync(string arguments) { Process.Start(\"bash\", $\"-c {arguments}\"); return \"\"; }")]
    [InlineData("sealed class Shell : BuildToolTask", "public override string Execute(string arguments) { Process.Start(\"bash\", $\"-c {arguments}\"); return \"\"; }")]
    [InlineData("sealed class Shell", "[MenuItem(\"shell\")] public void Run(string command) => Process.Start(\"bash\", $\"-c {command}\");")]
    public Task Its_name_says_something_else(string type, string members) => Verify.ReportsAsync(Program(members, type));

    [Theory]
    [InlineData("CommandBase", "public override async Task<string> ExecuteAsync(JsonElement input, CancellationToken c) { Process.Start(\"bash\", {|GG6001:$\"-c {input}\"|}); return \"\"; } public override string Validate(JsonElement input) { Process.Start(\"bash\", $\"-c {input}\"); return \"\"; }")]
    [InlineData("CheckedCommand<Arguments>", "public override async Task<string> ExecuteAsync(Arguments options, CancellationToken c) { Process.Start(\"bash\", $\"-c {options.Command}\"); return \"\"; }")]
    public Task What_its_base_tells_a_model_says_tool(string type, string members) => Verify.ReportsAsync(Command(type, members));

    [Fact]
    public Task What_holds_tools_is_none() => Verify.ReportsAsync(new TestProgram("""
        using Abstractions;
        namespace Plugins;
        sealed class Shell : Toolbox { public override async Task<string> ExecuteAsync(string arguments) { Process.Start("bash", $"-c {arguments}"); return ""; } }
        """) { References = [.. TestReferences.All, Reference.Value] });

    private static TestProgram Command(string type, string members) => new($$"""
        using Abstractions;
        using System.Text.Json;
        namespace Plugins;
        public sealed class Arguments { public string? Command { get; set; } }
        sealed class Shell : {{type}}
        {
            public override string Name => "shell";
            {{members}}
        }
        """) { References = [.. TestReferences.All, Reference.Value] };

    [Fact]
    public Task A_plugin_that_references_no_model_library() => Verify.ReportsAsync(Program(
        "public Task<bool> Execute(Message message) { Process.Start(\"bash\", {|GG6001:$\"-c {message.FunctionArgs}\"|}); return Task.FromResult(true); }",
        "sealed class Shell : IFunctionCallback", hasModelLibrary: false));
}
