namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Iterators and streams: elements that are handed out one by one.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData("await foreach (var part in chat.AnswerStream(\"x\")) { Examine(part); }")]
    [InlineData("await foreach (var part in chat.AnswerStream(\"x\").ConfigureAwait(false)) { Examine(part); }")]
    [InlineData("await foreach (var part in chat.AnswerStream(\"x\").WithCancellation(CancellationToken.None)) { Examine(part); }")]
    [InlineData("var all = \"\"; await foreach (var part in chat.AnswerStream(\"x\")) { all += part; } Examine(all);")]
    [InlineData("var all = new StringBuilder(); await foreach (var part in chat.AnswerStream(\"x\")) { all.Append(part); } Examine(all.ToString());")]
    [InlineData("var all = new List<string>(); await foreach (var part in chat.AnswerStream(\"x\")) { all.Add(part); } Examine(string.Concat(all));")]
    [InlineData("await using var parts = chat.AnswerStream(\"x\").GetAsyncEnumerator(); while (await parts.MoveNextAsync()) { Examine(parts.Current); }")]
    [InlineData("using var parts = new List<string> { text }.GetEnumerator(); while (parts.MoveNext()) { Examine(parts.Current); }")]
    [InlineData("foreach (var line in text.Split('\\n')) { Examine(line); }")]
    [InlineData("foreach (char letter in text) { Examine(letter); }")]
    [InlineData("foreach (var (a, b) in new[] { (\"x\", text) }) { Examine(b); }")]
    public void What_is_enumerated_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("Examine((await chat.AnswerStream(\"x\").ToListAsync())[0]);")]
    [InlineData("Examine(string.Concat(await chat.AnswerStream(\"x\").ToArrayAsync()));")]
    [InlineData("Examine(await chat.AnswerStream(\"x\").FirstAsync());")]
    [InlineData("Examine((await chat.AnswerStream(\"x\").LastOrDefaultAsync())!);")]
    [InlineData("Examine(await chat.AnswerStream(\"x\").AggregateAsync((a, b) => a + b));")]
    [InlineData("await foreach (var part in chat.AnswerStream(\"x\").Where(t => t != \"\").Select(t => t.Trim())) { Examine(part); }")]
    [InlineData("await foreach (var part in from t in chat.AnswerStream(\"x\") where t != \"\" select t.Trim()) { Examine(part); }")]
    [InlineData("await foreach (var part in new[] { text }.ToAsyncEnumerable()) { Examine(part); }")]
    [InlineData("foreach (var part in chat.AnswerStream(\"x\").ToBlockingEnumerable()) { Examine(part); }")]
    [InlineData("Examine((await chat.AnswerStream(\"x\").ToDictionaryAsync(t => \"k\"))[\"k\"]);")]
    [InlineData("Examine((await chat.AnswerStream(\"x\").GroupBy(t => t.Length).FirstAsync()).First());")]
    public void What_is_queried_as_a_stream_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("foreach (var line in Lines(text)) { Examine(line); }", "partial class A { static IEnumerable<string> Lines(string given) { foreach (var line in given.Split('\\n')) { yield return line; } } }")]
    [InlineData("foreach (var line in Lines(text)) { Examine(line); }", "partial class A { static IEnumerator<string> All(string given) { yield return given; } static IEnumerable<string> Lines(string given) { yield return \"a\"; yield return given; yield break; } }")]
    [InlineData("await foreach (var part in Parts(chat)) { Examine(part); }", "partial class A { static async IAsyncEnumerable<string> Parts(IChat chat) { await foreach (var part in chat.AnswerStream(\"x\")) { yield return part.Trim(); } } }")]
    [InlineData("await foreach (var part in Parts(chat)) { Examine(part); }", "partial class A { static async IAsyncEnumerable<string> Parts(IChat chat) { yield return await chat.AnswerAsync(\"x\"); } }")]
    [InlineData("var all = await All(chat.AnswerStream(\"x\")); Examine(all[0]);", "partial class A { static async Task<List<T>> All<T>(IAsyncEnumerable<T> source) { var all = new List<T>(); await foreach (var item in source) { all.Add(item); } return all; } }")]
    [InlineData("Examine((await chat.AnswerStream(\"x\").All())[0]);", "static class Streams { public static async Task<List<T>> All<T>(this IAsyncEnumerable<T> source) { var all = new List<T>(); await foreach (var item in source) { all.Add(item); } return all; } }")]
    [InlineData("foreach (var part in new Lines(text)) { Examine(part); }", "class Lines(string given) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { yield return given; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }")]
    [InlineData("foreach (var part in new Lines(text)) { Examine(part); }", "class Lines(string given) { public Walk GetEnumerator() => new Walk(given); } class Walk(string given) { public string Current => given; public bool MoveNext() => Coin(); }")]
    public void Through_an_own_iterator(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("foreach (var line in Lines(text)) { Examine(line); }", "partial class A { static IEnumerable<string> Lines(string given) { yield return \"mine\"; if (given == \"\") { yield break; } } }")]
    [InlineData("await foreach (var part in chat.AnswerStream(\"x\")) { _ = part; } Examine(\"mine\");", "")]
    [InlineData("foreach (var (a, b) in new[] { (\"x\", text) }) { Examine(a); }", "")]
    public void Another_element_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
