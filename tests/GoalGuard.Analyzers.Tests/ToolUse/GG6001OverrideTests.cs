namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A tool type's member, overridden with parameters of other names.</summary>
public class GG6001OverrideTests
{
    [Fact]
    public Task The_override_renames_its_parameter() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        sealed class Shell : AIFunction
        {
            public override string Name => "shell";

            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments given, CancellationToken stop)
            {
                using var process = Process.Start("bash", {|GG6001:"-c " + given["command"]|});
                await process.WaitForExitAsync(stop);
                return process.ExitCode;
            }
        }
        """);

    [Fact]
    public Task Nothing_of_the_arguments_is_used() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        sealed class Shell : AIFunction
        {
            public override string Name => "shell";

            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments given, CancellationToken stop)
            {
                using var process = Process.Start("bash", "-c date");
                await process.WaitForExitAsync(stop);
                return process.ExitCode;
            }
        }
        """);
}
