using GoalGuard.Analysis.Behaviour.Text;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>Where literals, phrases in them and holes stand, and what holes know.</summary>
public class LocationTests
{
    /// <summary>What stands in the source where the phrase stands in the text.</summary>
    private static string Phrase(string expression, string phrase)
    {
        var prompts = Prompts.Body("", "", expression);
        var literal = prompts.Text.Literals.First(each => each.Text.Contains(phrase));
        return prompts.At(literal.At(literal.Text.IndexOf(phrase, StringComparison.Ordinal), phrase.Length));
    }

    [Theory]
    [InlineData("\"a\\n\\t never stop\"", "never stop", "never stop")]
    [InlineData("\"a\\u0041\\x41\\U00000041\\U0001F600 never\\nstop\"", "never\nstop", "never\\nstop")]
    [InlineData("@\"a \"\"b\"\" never stop\"", "never stop", "never stop")]
    [InlineData("@\"a \"\"b\"\" c\"", "\"b\"", "\"\"b\"\"")]
    [InlineData("$\"{{x}} never {name} stop \\t it\"", "never", "never")]
    [InlineData("$\"{{x}} never {name} stop \\t it\"", "it", "it")]
    [InlineData("$@\"\"\"{{x}} never\"", "never", "never")]
    [InlineData("\"\"\"say \"never\" \"\"\"", "never", "never")]
    [InlineData("\"\"\"\n      a\n        b\n\n      never stop\n      \"\"\"", "never stop", "never stop")]
    [InlineData("\"\"\"\n      a\n      never\n      stop\n      \"\"\"", "never\nstop", "never\n      stop")]
    [InlineData("$\"\"\"\n      a {name}\n        b\n      never stop\n      \"\"\"", "never stop", "never stop")]
    [InlineData("$$\"\"\"\n      {a} {{name}}\n      never {stop}\n      \"\"\"", "never {stop}", "never {stop}")]
    [InlineData("\"x {0} never stop\".Replace(\"x\", name)", "never stop", "never stop")]
    [InlineData("string.Format(\"\\t{{x}} {0} never stop\", name)", "never stop", "never stop")]
    [InlineData("\"never \" + \"stop\"", "stop", "stop")]
    public void PhrasesAreFound(string expression, string phrase, string source) => Assert.Equal(source, Phrase(expression, phrase));

    [Fact]
    public void SpansOfFragments()
    {
        var prompts = Prompts.Body("", "", "$\"Hi {name}!\" + any + level");
        var text = prompts.Text;
        Assert.Equal(["Hi ", "name", "!", "any", "level"], text.Fragments.Select(fragment => prompts.At(fragment.Span)));
        Assert.Equal(["String", "Object", "Int32"], text.Holes.Select(hole => hole.Type!.Name));
        Assert.All(text.All, fragment => Assert.Null(fragment.ReadAt));
    }

    [Fact]
    public void HolesInALoopStandInTheLoop()
    {
        var prompts = Prompts.Body("var p = \"a\"; foreach (var item in items) p += \"- \" + item;");
        var parts = prompts.Text.All.Where(fragment => fragment is Literal or Hole);
        Assert.Equal(["\"a\"", "\"- \"", "item"], parts.Select(fragment => prompts.At(fragment.Span)));
    }

    [Fact]
    public void FactsOfHoles()
    {
        var asked = new List<string>();
        var prompts = new Prompts("class A { Task M(IChatClient c, string name, int n) { var p = \"a\" + name; return c.GetResponseAsync(p + n); } }")
        {
            Facts = operation =>
            {
                asked.Add(operation.Syntax.ToString());
                return FactSet.Empty;
            },
        };
        Assert.Equal("a{name}{n}", prompts.Text.ToString());
        Assert.Contains("name", asked);
        Assert.Contains("n", asked);
    }
}
