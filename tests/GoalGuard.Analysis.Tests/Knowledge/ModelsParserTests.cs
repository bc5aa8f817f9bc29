using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Tests.Knowledge;

public class ModelsParserTests
{
    private static ModelsFile Parse(string text) => ModelsParser.Parse("my.goalguard.models", text);

    private static RoleEntry Role(string text)
    {
        var file = Parse(text);
        Assert.Empty(file.Errors);
        return Assert.Single(file.Roles);
    }

    private static string Error(string text)
    {
        var file = Parse(text);
        Assert.Empty(file.Roles);
        Assert.Empty(file.Flows);
        Assert.Empty(file.Withdrawn);
        return Assert.Single(file.Errors).Message;
    }

    [Fact]
    public void RoleAlone()
    {
        var entry = Role("tool-definition T:My.ToolAttribute");
        Assert.Equal(Analysis.Knowledge.Role.ToolDefinition, entry.Role);
        Assert.Equal(new SymbolPattern('T', "My.ToolAttribute", null, null, "T:My.ToolAttribute"), entry.Symbol);
        Assert.Null(entry.Place);
        Assert.Null(entry.When);
        Assert.Null(entry.Note);
        Assert.Equal(new EntryOrigin("my.goalguard.models", 1), entry.Origin);
    }

    [Theory]
    [InlineData("M:A.B.C", 'M', "A.B", "C", null)]
    [InlineData("M:A.B.C()", 'M', "A.B", "C", "")]
    [InlineData("M:A.B.C(System.String,System.Int32@)", 'M', "A.B", "C", "System.String,System.Int32@")]
    [InlineData("M:A.B`1.C``2(System.Collections.Generic.List{``0})", 'M', "A.B`1", "C", "System.Collections.Generic.List{``0}")]
    [InlineData("M:A.B.#ctor(System.String)", 'M', "A.B", "#ctor", "System.String")]
    [InlineData("M:A.B.op_Implicit(A.B)~System.String", 'M', "A.B", "op_Implicit", "A.B")]
    [InlineData("M:A.B.op_Implicit~System.String", 'M', "A.B", "op_Implicit", null)]
    [InlineData("P:A.B.Item(System.Int32)", 'P', "A.B", "Item", "System.Int32")]
    [InlineData("P:A.B.Item", 'P', "A.B", "Item", null)]
    [InlineData("F:A.B.c", 'F', "A.B", "c", null)]
    [InlineData("E:A.B.C", 'E', "A.B", "C", null)]
    [InlineData("M:A.B.<G>$0123.C(System.Int32)", 'M', "A.B", "C", "System.Int32")]
    public void Ids(string id, char kind, string type, string member, string? parameters) =>
        Assert.Equal(new SymbolPattern(kind, type, member, parameters, id), Role("act " + id).Symbol);

    [Theory]
    [InlineData("return")]
    [InlineData("this")]
    [InlineData("value")]
    [InlineData("value[*]")]
    [InlineData("arg:x")]
    [InlineData("arg:x!")]
    [InlineData("arg:x.Name[*].Text")]
    [InlineData("arg:selector(item)")]
    [InlineData("arg:selector()[*]")]
    [InlineData("arg:_x1")]
    public void Places(string place) => Assert.Equal(place, Role($"act M:A.B.C {place}").Place!.ToString());

    [Fact]
    public void ConditionWithWildcardsAlternativesAndSteps()
    {
        var when = Role("model-call M:A.B.C return when arg:request.RequestUri=*/chat/completions*|*:generateContent* : raw").When!;
        Assert.Equal("arg:request.RequestUri", when.Place.ToString());
        Assert.Equal(["*/chat/completions*", "*:generateContent*"], when.Values.ToArray());
    }

    [Fact]
    public void QuotedConditionKeepsSpaces() =>
        Assert.Equal(["a # b", "c : d"], Role("act M:A.B.C when arg:x=\"a # b|c : d\" : note # comment").When!.Values.ToArray());

    [Fact]
    public void EmptyAlternativeMeansEmptyText() => Assert.Equal(["", "a"], Role("act M:A.B.C when arg:x=|a").When!.Values.ToArray());

    [Theory]
    [InlineData("act M:A.B.C : a note: with \"colons\"", "a note: with \"colons\"")]
    [InlineData("act M:A.B.C arg:x : isn't \"closed # comment", "isn't \"closed")]
    [InlineData("act M:A.B.#ctor : C# note # comment", "C# note")]
    public void Notes(string line, string note) => Assert.Equal(note, Role(line).Note);

    [Fact]
    public void Flow()
    {
        var flow = Assert.Single(Parse("flow M:A.B.C arg:source[*] -> arg:selector(x) # why").Flows);
        Assert.Equal("arg:source[*]", flow.From.ToString());
        Assert.Equal("arg:selector(x)", flow.To.ToString());
    }

    [Fact]
    public void Withdrawal()
    {
        var entry = Assert.Single(Parse("- effect:network M:A.B.C : ours is internal").Withdrawn);
        Assert.Equal(Analysis.Knowledge.Role.EffectNetwork, entry.Role);
        Assert.Equal("M:A.B.C", entry.Symbol.Text);
    }

    [Fact]
    public void LibraryIsAnAssemblyThatOpensTheGate()
    {
        var file = Parse("assembly My.Helpers\nlibrary My.Llm");
        Assert.Equal(["My.Helpers", "My.Llm"], file.Assemblies.ToArray());
        Assert.Equal(["My.Llm"], file.Libraries.ToArray());
    }

    [Fact]
    public void CommentsAndEmptyLinesSayNothing() => Assert.Equal(Parse("").Errors, Parse("\n# act\n   \n\t# x\r\n#\n").Errors);

    [Fact]
    public void EqualTextMeansEqualFile()
    {
        Assert.Equal(Parse("act M:A.B.C"), Parse("act M:A.B.C"));
        Assert.NotEqual(Parse("act M:A.B.C"), Parse("act M:A.B.D"));
    }

    [Theory]
    [InlineData("fly M:A.B.C", "'fly' is not a role")]
    [InlineData("act", "needs a documentation id")]
    [InlineData("act A.B.C", "not a documentation id")]
    [InlineData("act N:A.B", "not a documentation id")]
    [InlineData("act M:A.B.C(System.String", "no matching ')'")]
    [InlineData("act M:A.B.C(System.String)x", "goes on after")]
    [InlineData("act M:A..C", "empty name")]
    [InlineData("act M:C", "no type before its member")]
    [InlineData("act F:A.B.C(System.String)", "only M: and P:")]
    [InlineData("act M:A.B.C there", "not a place")]
    [InlineData("act M:A.B.C arg:", "not a place")]
    [InlineData("act M:A.B.C arg:x[0]", "not a step")]
    [InlineData("act M:A.B.C arg:x.", "not a step")]
    [InlineData("act M:A.B.C arg:x(a", "not a step")]
    [InlineData("act M:A.B.C return this", "not expected here")]
    [InlineData("act M:A.B.C when", "a condition is written")]
    [InlineData("act M:A.B.C when arg:x", "a condition is written")]
    [InlineData("act M:A.B.C when arg:x=", "a condition is written")]
    [InlineData("act M:A.B.C when arg:x=\"a", "a condition is written")]
    [InlineData("act M:A.B.C when there=a", "not a place")]
    [InlineData("flow M:A.B.C return", "a flow is written")]
    [InlineData("flow M:A.B.C return -> nowhere", "not a place")]
    [InlineData("flow T:A.B return -> this", "belongs to a member")]
    [InlineData("-", "an entry is withdrawn by")]
    [InlineData("- act", "an entry is withdrawn by")]
    [InlineData("- fly M:A.B.C", "not a role")]
    [InlineData("assembly", "takes one assembly name")]
    [InlineData("library a b", "takes one assembly name")]
    [InlineData(" : alone", "a note without an entry")]
    public void Errors(string line, string message) => Assert.Contains(message, Error(line), StringComparison.Ordinal);

    [Fact]
    public void AnErrorKeepsItsLineAndTheRestCounts()
    {
        const string text = "\uFEFFact M:A.B.C\r\nfly M:A.B.C  \r\ract M:A.B.D\n";
        var file = Parse(text);
        Assert.Equal(["M:A.B.C", "M:A.B.D"], file.Roles.Select(entry => entry.Symbol.Text));
        var error = Assert.Single(file.Errors);
        Assert.Equal(2, error.Origin.Line);
        Assert.Equal("fly M:A.B.C  ", text.Substring(error.Span.Start, error.Span.Length));
        Assert.Equal(4, file.Roles[1].Origin.Line);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomTextNeverThrows(int seed)
    {
        string[] pieces =
        [
            "act", "flow", "-", "->", "when", ":", "M:", "T:", "P:", "A.B", ".C", "(", ")", "[*]", "!", "arg:", "return", "this", "=", "\"", "#",
            "|", "*", " ", " ", " ", "\t", "\n", "\r", "\r\n", "`1", "``0", "{", "}", "~", "@", "<G>$", "\0", "\uD800", "é", "\u2028", "library", "#ctor",
        ];
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var file = Parse(text);
            Assert.All(file.Errors, error => Assert.InRange(error.Span.End, 0, text.Length));
            Assert.All(file.Roles, entry => Assert.Equal(entry.Place?.ToString(), Role($"act M:A.B.C {entry.Place}").Place?.ToString()));
        }
    }
}
