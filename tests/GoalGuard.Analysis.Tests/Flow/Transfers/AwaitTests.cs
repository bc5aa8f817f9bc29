namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Tasks are transparent: whatever awaits, wraps or joins them.</summary>
public sealed class AwaitTests
{
    [Theory]
    [InlineData("Examine(await chat.AnswerAsync(\"x\"));")]
    [InlineData("Examine(await chat.AnswerAsync(\"x\").ConfigureAwait(false));")]
    [InlineData("Examine(chat.AnswerAsync(\"x\").Result);")]
    [InlineData("Examine(chat.AnswerAsync(\"x\").GetAwaiter().GetResult());")]
    [InlineData("Examine(chat.AnswerAsync(\"x\").ConfigureAwait(false).GetAwaiter().GetResult());")]
    [InlineData("var task = chat.AnswerAsync(\"x\"); await task; Examine(task.Result);")]
    [InlineData("Examine(await Task.FromResult(text));")]
    [InlineData("Examine(await ValueTask.FromResult(text));")]
    [InlineData("Examine(await new ValueTask<string>(text));")]
    [InlineData("Examine(await new ValueTask<string>(chat.AnswerAsync(\"x\")).AsTask());")]
    [InlineData("Examine(await chat.AnswerAsync(\"x\").WaitAsync(TimeSpan.FromSeconds(1)));")]
    [InlineData("Examine((await Task.WhenAll(chat.AnswerAsync(\"a\"), chat.AnswerAsync(\"b\")))[0]);")]
    [InlineData("var tasks = new List<Task<string>>(); tasks.Add(chat.AnswerAsync(\"x\")); foreach (var said in await Task.WhenAll(tasks)) { Examine(said); }")]
    [InlineData("var said = await Task.WhenAll(new[] { 1, 2 }.Select(async i => await chat.AnswerAsync(\"x\" + i))); Examine(said[1]);")]
    [InlineData("var tasks = new[] { 1, 2 }.Select(i => chat.AnswerAsync(\"x\" + i)).ToArray(); await Task.WhenAll(tasks); Examine(tasks[0].Result);")]
    [InlineData("Examine(await await Task.WhenAny(chat.AnswerAsync(\"x\"), Task.FromResult(\"y\")));")]
    [InlineData("await foreach (var done in Task.WhenEach(chat.AnswerAsync(\"a\"), chat.AnswerAsync(\"b\"))) { Examine(await done); }")]
    [InlineData("Examine(await Task.Run(() => chat.Answer(\"x\")));")]
    [InlineData("Examine(await Task.Run(async () => await chat.AnswerAsync(\"x\")));")]
    [InlineData("Examine(await Task.Run(() => text.Trim()));")]
    [InlineData("Examine(await Task.Factory.StartNew(() => text));")]
    [InlineData("Examine(await Task.Factory.StartNew(async () => await chat.AnswerAsync(\"x\")).Unwrap());")]
    [InlineData("Examine(await chat.AnswerAsync(\"x\").ContinueWith(done => done.Result + \"!\"));")]
    [InlineData("await chat.AnswerAsync(\"x\").ContinueWith(done => Examine(done.Result));")]
    [InlineData("await Parallel.ForEachAsync(new[] { text }, async (said, stop) => { Examine(said); await Task.Yield(); });")]
    [InlineData("Parallel.ForEach(new[] { text }, said => Examine(said));")]
    [InlineData("Parallel.Invoke(() => Examine(text));")]
    [InlineData("var source = new TaskCompletionSource<string>(); source.SetResult(text); Examine(await source.Task);")]
    [InlineData("var source = new TaskCompletionSource<string>(); source.TrySetResult(text); Examine(await source.Task.ConfigureAwait(false));")]
    public void What_a_task_yields_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("Examine(await Late());", "partial class A { async Task<string> Late() { await Task.Yield(); return World.Client.Answer(\"x\"); } }")]
    [InlineData("Examine(await Late(text));", "partial class A { static async ValueTask<string> Late(string given) { await Task.Yield(); return given.Trim(); } }")]
    [InlineData("Examine(await Late(chat.AnswerAsync(\"x\")));", "partial class A { static async Task<string> Late(Task<string> given) => (await given).Trim(); }")]
    [InlineData("Examine(await Late(() => chat.AnswerAsync(\"x\")));", "partial class A { static async Task<T> Late<T>(Func<Task<T>> work) { for (var i = 0; i < 3; i++) { try { return await work(); } catch (Exception) { } } throw new InvalidOperationException(); } }")]
    public void Through_an_own_asynchronous_member(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Examine(await Task.FromResult(\"mine\"));")]
    [InlineData("var task = chat.AnswerAsync(\"x\"); task = Task.FromResult(\"mine\"); Examine(await task);")]
    [InlineData("Examine(await chat.AnswerAsync(\"x\").ContinueWith(_ => \"mine\"));")]
    [InlineData("Examine(await Task.Run(() => { _ = text; return \"mine\"; }));")]
    [InlineData("var source = new TaskCompletionSource<string>(); source.SetResult(\"mine\"); Examine(await source.Task + (text == \"\" ? \"a\" : \"b\"));")]
    [InlineData("var said = await chat.AnswerAsync(\"x\"); said = \"mine\"; Examine(said);")]
    public void What_no_model_said_stays_away(string statements) => Asked.StaysAway(statements);

    [Theory]
    [InlineData("var task = chat.AnswerAsync(\"x\"); Examine((await task).Length);")]
    [InlineData("Examine(await Task.Run(() => text.Length));")]
    public void A_number_arrives_as_one(string statements) => Asked.ArrivesAsNumber(statements);
}
