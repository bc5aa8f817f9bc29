namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Programs that are started through a library: the command keeps the name of its program.</summary>
public class GG6001CommandLibraryTests
{
    private static string Tool(string body) => $$"""
        using CliWrap;
        using CliWrap.Buffered;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class ShellTools
        {
            [McpServerTool]
            public async Task<int> Run(string text)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return (await Cli.Wrap({|GG6001:text|}).ExecuteAsync()).ExitCode;")]
    [InlineData("return (await Cli.Wrap(\"git\").WithArguments({|GG6001:text|}).ExecuteBufferedAsync()).ExitCode;")]
    [InlineData("return (await Cli.Wrap(\"bash\").WithArguments({|GG6001:[\"-c\", text]|}).ExecuteAsync()).ExitCode;")]
    [InlineData("return (await Cli.Wrap(\"bash\").WithWorkingDirectory(\"/tmp\").WithArguments({|GG6001:[\"-c\", text]|}).ExecuteAsync()).ExitCode;")]
    [InlineData("return (await Cli.Wrap(\"pip\").WithArguments({|GG6002:[\"install\", text]|}).ExecuteAsync()).ExitCode;")]
    public Task The_model_writes_a_command(string body) => Verify.ReportsAsync(Tool(body));

    [Theory]
    [InlineData("return (await Cli.Wrap(\"git\").WithArguments([\"log\", text]).ExecuteAsync()).ExitCode;")]
    [InlineData("return (await Cli.Wrap(\"git\").WithArguments(arguments => arguments.Add(\"log\").Add(text)).ExecuteBufferedAsync()).ExitCode;")]
    public Task The_model_writes_one_argument_of_a_known_program(string body) => Verify.SilentAsync(Tool(body));
}
