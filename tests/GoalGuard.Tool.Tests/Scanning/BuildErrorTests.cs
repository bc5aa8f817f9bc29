using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Tests.Scanning;

public sealed class BuildErrorTests
{
    [Theory]
    [InlineData("/r/Code.cs(3,9): error CS0103: The name 'x' does not exist [/r/App.csproj]", "/r/Code.cs(3,9): error CS0103: The name 'x' does not exist")]
    [InlineData("/r/Code.cs(3,9): error CS0103: text [/r/App.csproj::TargetFramework=net10.0]", "/r/Code.cs(3,9): error CS0103: text")]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.", "MSBUILD : error MSB1009: Project file does not exist.")]
    public void An_error_line_is_read_without_its_project(string line, string text) => Assert.Equal(text, BuildError.Parse(line)?.Text);

    [Theory]
    [InlineData("/r/Code.cs(3,9): warning CS0168: The variable 'error' is declared")]
    [InlineData("    0 Error(s)")]
    public void Other_lines_are_no_errors(string line) => Assert.Null(BuildError.Parse(line));
}
