namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Text written to the standard input of an interpreter that runs a script of the program: the script runs what it reads.</summary>
public class GG6001InputTests
{
    private static string Tool(string program, string write, string holder = "_pythonExecutable") => $$"""
        using System.ComponentModel;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.Extensions.AI;
        namespace Agents;

        sealed class CodeFunction : AIFunction
        {
            private readonly Executor _executor;
            private readonly AIFunction _inner;

            public CodeFunction(Executor executor)
            {
                _executor = executor;
                _inner = AIFunctionFactory.Create(RunAsync, new AIFunctionFactoryOptions { Name = "run" });
            }

            public override string Name => _inner.Name;

            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellation) => _inner.InvokeAsync(arguments, cancellation);

            private async ValueTask<object?> RunAsync([Description("Code")] string code, CancellationToken cancellation)
                => string.IsNullOrWhiteSpace(code)
                    ? throw new ArgumentException("empty", nameof(code))
                    : await _executor.ExecuteAsync({{write}}, cancellation).ConfigureAwait(false);
        }

        sealed class Executor(string program, string script)
        {
            public async Task<string> ExecuteAsync(string code, CancellationToken cancellation)
            {
                var bridge = new Bridge(program, script);
                var result = await bridge.RunAsync(code, cancellation).ConfigureAwait(false);
                return result;
            }
        }

        sealed class Bridge
        {
            private readonly string {{holder}};
            private readonly string _script;

            public Bridge(string program, string script)
            {
                {{holder}} = program;
                _script = script;
            }

            public async Task<string> RunAsync(string code, CancellationToken cancellation)
            {
                var start = new ProcessStartInfo { FileName = {{program}}, RedirectStandardInput = true, RedirectStandardOutput = true };
                start.ArgumentList.Add("-I");
                start.ArgumentList.Add(_script);
                using var process = Process.Start(start) ?? throw new InvalidOperationException();
                try
                {
                    return await TalkAsync(process, code, cancellation).ConfigureAwait(false);
                }
                catch
                {
                    process.Kill();
                    throw;
                }
            }

            private async Task<string> TalkAsync(Process process, string code, CancellationToken cancellation)
            {
                var request = new JsonObject { ["code"] = code, ["limit"] = 7 };
                await process.StandardInput.WriteLineAsync(request.ToJsonString().AsMemory(), cancellation).ConfigureAwait(false);
                await process.StandardInput.FlushAsync(cancellation).ConfigureAwait(false);
                while (true)
                {
                    var line = await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false);
                    if (line is not null) return line;
                }
            }
        }
        """;

    [Theory]
    [InlineData("\"python3\"")]
    [InlineData("_pythonExecutable")]
    public Task An_interpreter_reads_the_code(string program) => Verify.ReportsAsync(Tool(program, "{|GG6001:code|}"));

    [Theory]
    [InlineData("_interpreterPath")]
    [InlineData("_nodeExe")]
    public Task Its_name_says_interpreter(string holder) => Verify.ReportsAsync(Tool(holder, "{|GG6001:code|}", holder));

    [Theory]
    [InlineData("\"jq\"", "_pythonExecutable")]
    [InlineData("_formatter", "_formatter")]
    [InlineData("_nodeCount", "_nodeCount")]
    [InlineData("_pythonFormatter", "_pythonFormatter")]
    public Task Another_program_reads_the_text(string program, string holder) => Verify.SilentAsync(Tool(program, "code", holder));
}
