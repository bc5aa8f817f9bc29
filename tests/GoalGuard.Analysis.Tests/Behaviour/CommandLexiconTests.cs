using GoalGuard.Analysis.Behaviour;

namespace GoalGuard.Analysis.Tests.Behaviour;

/// <summary>The words of commands, in names and in sentences.</summary>
public class CommandLexiconTests
{
    public static TheoryData<string> Words => new(CommandLexicon.Commands.Concat(CommandLexicon.Languages));

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_word_is_found_in_a_sentence_in_any_case(string word)
    {
        Assert.Equal(word, CommandLexicon.OfDescription($"Give the {word}, as text."));
        Assert.Equal(word, CommandLexicon.OfDescription(word.ToUpperInvariant()));
        Assert.Null(CommandLexicon.OfDescription($"Give the non{word}ish text."));
    }

    [Theory]
    [InlineData("command", "command")]
    [InlineData("shell_command", "shell")]
    [InlineData("sqlQuery", "sql")]
    [InlineData("csharpCode", "csharp")]
    [InlineData("baseURL", "url")]
    [InlineData("SQLText", "sql")]
    [InlineData("fileName", "file name")]
    [InlineData("file_names", "file name")]
    [InlineData("filename", "filename")]
    [InlineData("targetPath", "path")]
    [InlineData("code", "code")]
    [InlineData("sourceCode", "code")]
    [InlineData("countryCode", null)]
    [InlineData("zip_code", null)]
    [InlineData("encoder", null)]
    [InlineData("pathological", null)]
    [InlineData("name", null)]
    [InlineData("file", null)]
    public void A_name(string name, string? word) => Assert.Equal(word, CommandLexicon.OfName(name));

    [Theory]
    [InlineData("The file's name (file name)", "file name")]
    [InlineData("C# source", "c#")]
    [InlineData("The ISO code of the country", null)]
    [InlineData("The error code, then the code to run", "code")]
    [InlineData("What to encode", null)]
    [InlineData("", null)]
    public void A_sentence(string text, string? word) => Assert.Equal(word, CommandLexicon.OfDescription(text));
}
