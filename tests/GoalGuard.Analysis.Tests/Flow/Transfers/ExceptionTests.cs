namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Exceptions carry text to whoever catches them; <c>finally</c>, <c>using</c> and <c>lock</c> change nothing of a value.</summary>
public sealed class ExceptionTests
{
    [Theory]
    [InlineData("try { throw new InvalidOperationException(text); } catch (InvalidOperationException e) { Examine(e.Message); }")]
    [InlineData("try { throw new InvalidOperationException(\"no \" + text); } catch (Exception e) { Examine(e.Message); }")]
    [InlineData("try { throw new InvalidOperationException(text); } catch (Exception e) { Examine(e.ToString()); }")]
    [InlineData("try { throw new InvalidOperationException(text); } catch (Exception e) when (e.Message != \"\") { Examine(e.Message); }")]
    [InlineData("try { throw new InvalidOperationException(\"\", new ArgumentException(text)); } catch (Exception e) { Examine(e.InnerException!.Message); }")]
    [InlineData("try { throw new Own(text); } catch (Own e) { Examine(e.Said); }")]
    [InlineData("try { throw new Own(text); } catch (Own e) { Examine(e.Message); }")]
    [InlineData("try { var e = new InvalidOperationException(); e.Data[\"said\"] = text; throw e; } catch (Exception e) { Examine(e.Data[\"said\"]!); }")]
    [InlineData("try { if (Coin()) { throw new InvalidOperationException(text); } } catch (ArgumentException) { } catch (Exception e) { Examine(e.Message); }")]
    [InlineData("try { try { throw new InvalidOperationException(text); } catch (Exception) { throw; } } catch (Exception e) { Examine(e.Message); }")]
    [InlineData("try { try { throw new InvalidOperationException(text); } catch (Exception inner) { throw new AggregateException(\"a\", inner); } } catch (AggregateException e) { Examine(e.InnerExceptions[0].Message); }")]
    [InlineData("try { _ = text.Length > 3 ? text : throw new InvalidOperationException(text); } catch (Exception e) { Examine(e.Message); }")]
    [InlineData("try { Local(); } catch (Exception e) { Examine(e.Message); } void Local() => throw new InvalidOperationException(text);")]
    [InlineData("try { new[] { text }.ToList().ForEach(t => throw new InvalidOperationException(t)); } catch (Exception e) { Examine(e.Message); }")]
    [InlineData("var e = new InvalidOperationException(text); Examine(e.Message);")]
    [InlineData("var e = new InvalidOperationException(text); Examine(e.ToString());")]
    [InlineData("var e = new InvalidOperationException(\"\", new ArgumentException(text)); Examine(e.GetBaseException().Message);")]
    public void What_is_thrown_arrives_where_it_is_caught(string statements) =>
        Asked.Arrives(statements, "class Own(string said) : Exception(said) { public string Said { get; } = said; }");

    [Theory]
    [InlineData("try { Fail(text); } catch (InvalidOperationException e) { Examine(e.Message); }", "partial class A { static void Fail(string given) => throw new InvalidOperationException(given); }")]
    [InlineData("try { Fail(text); } catch (Exception e) { Examine(e.Message); }", "partial class A { static string Fail(string given) { if (given.Length > 3) { throw new InvalidOperationException(\"no \" + given); } return \"\"; } }")]
    [InlineData("try { await Fail(text); } catch (Exception e) { Examine(e.Message); }", "partial class A { static async Task Fail(string given) { await Task.Yield(); throw new InvalidOperationException(given); } }")]
    [InlineData("try { Fail(); } catch (Exception e) { Examine(e.Message); }", "partial class A { static void Fail() => throw new InvalidOperationException(World.Client.Answer(\"x\")); }")]
    [InlineData("try { new A(text); } catch (Exception e) { Examine(e.Message); }", "partial class A { public A() { } public A(string given) { throw new InvalidOperationException(given); } }")]
    [InlineData("try { Wrap(text); } catch (Exception e) { Examine(e.InnerException!.Message); }", "partial class A { static void Wrap(string given) { try { Fail(given); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); } } static void Fail(string given) => throw new InvalidOperationException(given); }")]
    public void Across_a_call(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var said = \"\"; try { said = text; } finally { said = said.Trim(); } Examine(said);")]
    [InlineData("var said = \"\"; try { said = text; throw new InvalidOperationException(); } catch (Exception) { Examine(said); }")]
    [InlineData("var said = \"\"; try { said = text; } finally { Examine(said); }")]
    [InlineData("string said; try { said = chat.Answer(\"x\"); } catch (Exception) { said = \"mine\"; } Examine(said);")]
    [InlineData("string said; lock (this) { said = text; } Examine(said);")]
    [InlineData("using (var reader = new StringReader(text)) { Examine(reader.ReadToEnd()); }")]
    [InlineData("var n = checked(text + \"\"); Examine(n);")]
    public void Through_statements_that_protect(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("try { throw new InvalidOperationException(\"mine\"); } catch (InvalidOperationException e) { Examine(e.Message + (text == \"\")  .GetType()); }")]
    [InlineData("try { Fail(text); } catch (InvalidOperationException e) { Examine(e.Message); }")]
    [InlineData("var said = text; try { said = \"mine\"; } finally { said = \"mine\"; } Examine(said);")]
    public void What_is_not_thrown_stays_away(string statements) =>
        Asked.StaysAway(statements, "partial class A { static void Fail(string given) { if (given.Length > 3) { throw new InvalidOperationException(\"mine\"); } } }");
}
