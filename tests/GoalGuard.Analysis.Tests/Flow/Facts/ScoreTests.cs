namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Where a model's words become numbers and verdicts that it stated, and about which text.</summary>
public sealed class ScoreTests
{
    private static string Seen(string statements, string members = "") =>
        EngineProgram.Whole($"class A {{ async Task M(IChat chat) {{ {statements} await Task.Yield(); }} {members} }} class Rating {{ public double Score {{ get; set; }} public int Line {{ get; set; }} public bool Ok {{ get; set; }} public Level Level {{ get; set; }} public string Why {{ get; set; }} = \"\"; }} enum Level {{ Low, High }}").Seen;

    private const string Number = "ModelOutput(IChat.Answer)[NotText]{Number}";
    private const string Truth = "ModelOutput(IChat.Answer)[NotText]{Truth}";

    [Theory]
    [InlineData("Examine(double.Parse(chat.Answer(\"x\")));")]
    [InlineData("double.TryParse(chat.Answer(\"x\"), out var score); Examine(score);")]
    [InlineData("Examine(Convert.ToDouble(chat.Answer(\"x\")));")]
    [InlineData("Examine(JsonSerializer.Deserialize<int>(chat.Answer(\"x\")));")]
    [InlineData("Examine(JsonDocument.Parse(chat.Answer(\"x\")).RootElement.GetProperty(\"score\").GetDouble());")]
    [InlineData("Examine(JsonSerializer.Deserialize<Rating>(chat.Answer(\"x\"))!.Score);")]
    [InlineData("Examine(2 * double.Parse(chat.Answer(\"x\")) + 1);")]
    [InlineData("Examine(Math.Max(1, int.Parse(Regex.Match(chat.Answer(\"x\"), \"[0-9]+\").Value)));")]
    public void A_number_that_was_read_out_of_words_is_a_possible_score(string statements) => Assert.Equal(Number, Seen(statements));

    [Theory]
    [InlineData("Examine(chat.Answer(\"x\").Length);")]
    [InlineData("Examine(chat.Answer(\"x\").IndexOf('a'));")]
    [InlineData("Examine(chat.Answer(\"x\").Split(' ').Length);")]
    [InlineData("Examine(new List<string> { chat.Answer(\"x\") }.Count);")]
    public void How_long_they_are_is_none(string statements) => Assert.DoesNotContain("Number", Seen(statements));

    [Theory]
    [InlineData("Examine(chat.Answer(\"x\").Contains(\"approve\"));")]
    [InlineData("Examine(chat.Answer(\"x\").StartsWith(\"VALID\"));")]
    [InlineData("Examine(chat.Answer(\"x\") == \"yes\");")]
    [InlineData("Examine(chat.Answer(\"x\").Equals(\"yes\", StringComparison.OrdinalIgnoreCase));")]
    [InlineData("Examine(chat.Answer(\"x\") is \"yes\" or \"ok\");")]
    [InlineData("Examine(Regex.IsMatch(chat.Answer(\"x\"), \"^yes\"));")]
    [InlineData("Examine(new[] { \"yes\", \"ok\" }.Contains(chat.Answer(\"x\")));")]
    [InlineData("Examine(bool.Parse(chat.Answer(\"x\")));")]
    [InlineData("Examine(chat.Answer(\"x\") switch { \"yes\" => true, _ => false } || chat.Answer(\"x\") == \"yes\");")]
    public void A_comparison_with_what_the_program_expects_is_a_possible_verdict(string statements) => Assert.Contains(Truth, Seen(statements));

    [Theory]
    [InlineData("Examine(JsonSerializer.Deserialize<Rating>(chat.Answer(\"x\"))!.Ok);", "Truth, Data")]
    [InlineData("Examine(JsonSerializer.Deserialize<Rating>(chat.Answer(\"x\"))!.Level);", "Grade, Data")]
    [InlineData("Examine(JsonSerializer.Deserialize<Rating>(chat.Answer(\"x\"))!.Line);", "Number, Data")]
    [InlineData("Examine(new Rating { Line = int.Parse(chat.Answer(\"x\")) }.Line);", "Number")]
    public void What_an_answer_states_beside_its_words_may_be_anything(string statements, string traits) => Assert.Contains("{" + traits + "}", Seen(statements));

    [Theory]
    [InlineData("Examine(string.IsNullOrEmpty(chat.Answer(\"x\")));")]
    [InlineData("Examine(chat.Answer(\"x\") is null);")]
    [InlineData("Examine(chat.Answer(\"x\").Length > 3);")]
    public void Whether_there_are_words_is_none(string statements) => Assert.DoesNotContain("Truth", string.Concat(EngineProgram.Whole($"class A {{ void M(IChat chat) {{ {statements} }} }}").Examined));

    [Fact]
    public void A_comparison_of_a_score_is_a_verdict_with_a_number_in_it() =>
        Assert.Equal("ModelOutput(IChat.Answer)[NotText]{Number, Truth}", Seen("Examine(double.Parse(chat.Answer(\"x\")) > 0.7);"));

    [Fact]
    public void An_enum_is_a_possible_grade() =>
        Assert.Equal("ModelOutput(IChat.Answer)[NotText]{Grade}", Seen("Examine(Enum.Parse<Level>(chat.Answer(\"x\")));"));

    [Fact]
    public void A_typed_answer_is_what_its_type_says() =>
        Assert.Equal("ModelOutput(IChat.AnswerAs)[NotText]{Number}", Seen("Examine(await chat.AnswerAs<int>(\"x\"));"));

    [Fact]
    public void A_score_names_the_text_that_it_is_about() =>
        Assert.Equal(Number + " about IChat.AnswerAsync", Seen("var text = await chat.AnswerAsync(\"x\"); Examine(double.Parse(chat.Answer($\"Rate this: {text}\")));"));

    [Fact]
    public void Also_where_a_helper_asks() =>
        Assert.Equal(
            "ModelOutput(IChat.Answer)[NotText]{Number} about IChat.AnswerAsync",
            Seen("var text = await chat.AnswerAsync(\"x\"); Examine(Rate(chat, text));", "static double Rate(IChat judge, string text) { var reply = judge.Answer(\"Rate: \" + text); return double.Parse(reply); }"));

    [Fact]
    public void Two_candidates_stay_apart()
    {
        var looks = EngineProgram.Whole("""
            class A
            {
                async Task M(IChat chat)
                {
                    var a = await chat.AnswerAsync("x");
                    var b = await chat.AnswerAs<string>("y");
                    Examine(Rate(chat, a));
                    Examine(Rate(chat, b));
                }

                static double Rate(IChat judge, string text) => double.Parse(judge.Answer("Rate: " + text));
            }
            """).Examined;
        Assert.EndsWith("about IChat.AnswerAsync", looks[0].ToString());
        Assert.EndsWith("about IChat.AnswerAs", looks[1].ToString());
    }
}
