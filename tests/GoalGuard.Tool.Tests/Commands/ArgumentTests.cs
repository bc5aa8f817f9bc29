using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Commands;

public sealed class ArgumentTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    [Fact]
    public async Task A_path_that_does_not_exist_is_named()
    {
        var scan = await Scan.RunAsync(_repository.PathOf("nowhere"));

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("nowhere", scan.Error, StringComparison.Ordinal);
        Assert.Empty(scan.Output);
    }

    [Fact]
    public async Task A_folder_with_nothing_to_build_is_not_clean()
    {
        var scan = await Scan.RunAsync(_repository.Root);

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("no solution or project", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        var scan = await Scan.RunAsync(_repository.PathOf(".editorconfig"));

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains(".editorconfig", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_that_cannot_be_read_is_named()
    {
        _repository.Write("All.slnx", "<Solution");

        var scan = await Scan.RunAsync(_repository.PathOf("All.slnx"));

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("All.slnx", scan.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData(".", "--fail-on", "error")]
    [InlineData(".", "--fail-on", "7")]
    [InlineData(".", "--property", "nameless")]
    [InlineData(".", "--unknown")]
    [InlineData(".", "another")]
    public async Task Bad_arguments_are_no_findings(params string[] arguments)
    {
        var scan = await Scan.RunAsync([.. arguments, "--json"]);

        Assert.Equal(2, scan.ExitCode);
        Assert.NotEmpty(scan.Error);
        Assert.Empty(scan.Output);
    }

    [Fact]
    public async Task Help_is_output()
    {
        var scan = await Scan.RunAsync("--help");

        Assert.Equal(0, scan.ExitCode);
        Assert.Contains("--fail-on", scan.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();
}
