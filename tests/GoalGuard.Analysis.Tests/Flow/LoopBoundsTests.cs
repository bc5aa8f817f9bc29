namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Each kind of bound, and beside it what only looks like it.</summary>
public class LoopBoundsTests
{
    private static string Of(string body) => Members.Bounds("int _max = 10; const int Most = 9; int Unlimited { get; set; } = -1; void M(int max, int any = -1, int? some = null) { " + body + " }");

    private static string Async(string body) => Members.Bounds("async Task M(CancellationToken token, TimeSpan limit, Channel<int> channel) { await Task.Yield(); " + body + " }");

    [Theory]
    [InlineData("for (var i = 0; i < 10; i++) Do();", "Counter(Constant)")]
    [InlineData("for (var i = 10; i > 0; i--) Do();", "Counter(Constant)")]
    [InlineData("for (var i = 0; i < Most; ++i) Do();", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { if (++n > 10) break; Do(); }", "Counter(Constant)")]
    [InlineData("var n = 0; while (n++ < 10) Do();", "Counter(Constant)")]
    [InlineData("var n = 0; do { n = n + 1; Do(); } while (n != 10);", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { n += 2; if (n is >= 10) throw new Exception(); Do(); }", "Counter(Constant)")]
    [InlineData("var n = 0; while (!Ask() && n < 10) { Do(); n++; }", "!Counter:ExitOnSomeBranches", "Counter(Constant)")]
    [InlineData("var n = 0; while (n < 10 && !Ask()) { Do(); n++; }", "Counter(Constant)")]
    [InlineData("var n = 0; again: n++; Do(); if (n < 10) goto again;", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { Interlocked.Increment(ref n); if (n > 10) break; }", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { try { n++; if (n > 10) break; Do(); } catch { } }", "Counter(Constant)")]
    [InlineData("var n = 0; while (n < 10) { try { Do(); } finally { n++; } }", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { if (Ask()) { if (++n > 10) break; } else { if (++n > 10) break; Do(); } }", "Counter(Constant)")]
    [InlineData("var n = 0; while (true) { var enough = ++n > 10; if (enough) break; }", "Counter(Constant)")]
    [InlineData("for (var i = 0; i < max; i++) Do();", "Counter(Parameter)")]
    [InlineData("for (var i = 0; i < _max; i++) Do();", "Counter(Setting)")]
    [InlineData("var most = Math.Min(max, 3); for (var i = 0; i < most; i++) Do();", "Counter(Computed)")]
    [InlineData("var n = 0; while (n + 1 < max) n++;", "Counter(Parameter)")]
    [InlineData("var n = 0; while (max - n > 0) n++;", "Counter(Constant)")]
    public void Counters(string body, string bound, string? also = null) => Assert.Equal(also ?? bound, Of(body));

    [Theory]
    [InlineData("for (var i = 0; i < any; i++) Do();", "Counter(Parameter)?")]
    [InlineData("for (var i = 0; i < Unlimited; i++) Do();", "Counter(Setting)?")]
    [InlineData("var n = 0; while (true) { if (n++ >= some) break; Do(); }", "Counter(Parameter)?")]
    [InlineData("var most = some ?? int.MaxValue; for (var i = 0; i < most; i++) Do();", "Counter(Parameter)?")]
    [InlineData("var n = 0; while (true) { if (max > 0 && ++n >= max) break; Do(); }", "!Counter:AdvancedOnSomeBranches")]
    [InlineData("var n = 0; while (true) { n++; if (max > 0 && n >= max) break; Do(); }", "Counter(Parameter)?")]
    [InlineData("var n = 0; while (max <= 0 || n < max) { n++; Do(); }", "Counter(Parameter)?")]
    public void LimitsThatMayBeInfinite(string body, string bound) => Assert.Equal(bound, Of(body));

    [Theory]
    [InlineData("for (var i = 0; i < int.MaxValue; i++) Do();", "!Counter:LimitIsInfinite")]
    [InlineData("var n = 0; while (n < 10) { if (Ask()) n++; }", "!Counter:AdvancedOnSomeBranches")]
    [InlineData("var n = 0; while (n < 10) { try { Do(); n++; } catch { } }", "!Counter:AdvancedOnSomeBranches")]
    [InlineData("for (var i = 0; i < 10; i++) { if (Ask()) i = -1; }", "!Counter:Reset")]
    [InlineData("var n = 0; while (true) { n++; if (Ask() && n > 10) break; }", "!Counter:ExitOnSomeBranches")]
    [InlineData("var n = 0; while (n < 10) { n--; }", "!Counter:WrongDirection")]
    [InlineData("var n = 0; while (n < 10) { Do(); }", "!Counter:NeverAdvanced")]
    [InlineData("var n = 0; var most = 3; while (n < most) { n++; most += 2; }", "!Counter:LimitMoves")]
    [InlineData("var n = 0; Action step = () => n = 0; while (n < 10) { n++; step(); }", "")]
    [InlineData("while (true) { Do(); }", "")]
    [InlineData("while (!Ask()) { Do(); }", "")]
    public void NoCounters(string body, string facts) => Assert.Equal(facts, Of(body));

    [Theory]
    [InlineData("var used = 0; while (used < max) { used += Spend(); }", "Budget(Parameter)")]
    [InlineData("var left = 100; while (left > 0) { left -= Spend(); }", "Budget(Constant)")]
    [InlineData("var used = 0; while (used < max) { if (Ask()) used += Spend(); }", "!Budget:AdvancedOnSomeBranches")]
    public void Budgets(string body, string facts) => Assert.Equal(facts, Of(body));

    [Theory]
    [InlineData("var watch = Stopwatch.StartNew(); while (watch.Elapsed < limit) Do();", "Deadline(Parameter)")]
    [InlineData("var watch = Stopwatch.StartNew(); while (true) { if (watch.ElapsedMilliseconds > 5000) break; }", "Deadline(Constant)")]
    [InlineData("var start = DateTime.UtcNow; while ((DateTime.UtcNow - start).TotalSeconds < 60) Do();", "Deadline(Constant)")]
    [InlineData("var end = DateTime.UtcNow + limit; while (DateTime.UtcNow < end) Do();", "Deadline(Computed)")]
    [InlineData("var end = DateTime.UtcNow.Add(limit); while (true) { var left = end - DateTime.UtcNow; if (left <= TimeSpan.Zero) break; }", "Deadline(Constant)")]
    [InlineData("var start = Stopwatch.GetTimestamp(); while (Stopwatch.GetElapsedTime(start) < limit) Do();", "Deadline(Parameter)")]
    [InlineData("var watch = new Stopwatch(); while (watch.Elapsed < limit) { watch.Restart(); }", "!Deadline:Reset")]
    [InlineData("var start = DateTime.UtcNow; while (DateTime.UtcNow - start < limit) { start = DateTime.UtcNow; }", "!Deadline:Reset")]
    [InlineData("using var cts = new CancellationTokenSource(limit); while (!cts.IsCancellationRequested) Do();", "Deadline")]
    [InlineData("using var cts = new CancellationTokenSource(); cts.CancelAfter(limit); while (!cts.Token.IsCancellationRequested) Do();", "Deadline")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(token); cts.CancelAfter(limit); var t = cts.Token; while (true) t.ThrowIfCancellationRequested();", "Deadline")]
    [InlineData("while (true) { using var cts = new CancellationTokenSource(limit); cts.Token.ThrowIfCancellationRequested(); }", "!Deadline:Reset")]
    public void Time(string body, string facts) => Assert.Equal(facts, Async(body));

    [Theory]
    [InlineData("while (!token.IsCancellationRequested) Do();", "CallerToken")]
    [InlineData("while (true) { token.ThrowIfCancellationRequested(); Do(); }", "CallerToken")]
    [InlineData("while (true) { if (token.IsCancellationRequested) return; await Call(token); }", "CallerToken")]
    [InlineData("while (true) { try { token.ThrowIfCancellationRequested(); await Call(token); } catch (IOException) { } }", "CallerToken")]
    [InlineData("while (true) { try { token.ThrowIfCancellationRequested(); } catch (OperationCanceledException) { throw; } catch (Exception) { } }", "CallerToken")]
    [InlineData("while (true) { try { token.ThrowIfCancellationRequested(); } catch (Exception e) when (e is not OperationCanceledException) { } }", "CallerToken")]
    [InlineData("while (true) { try { token.ThrowIfCancellationRequested(); } catch (OperationCanceledException) { break; } }", "CallerToken")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(token); while (!cts.IsCancellationRequested) Do();", "CallerToken")]
    [InlineData("var cts = new CancellationTokenSource(); Console.CancelKeyPress += (_, _) => cts.Cancel(); while (!cts.IsCancellationRequested) Do();", "CallerToken")]
    [InlineData("while (true) { await Call(token); }", "!CallerToken:TokenOnlyPassed")]
    [InlineData("while (true) { try { await Call(token); } catch (OperationCanceledException) { } }", "!CallerToken:CancellationSwallowed")]
    [InlineData("while (true) { try { token.ThrowIfCancellationRequested(); } catch (Exception) { } }", "!CallerToken:CancellationSwallowed")]
    [InlineData("while (true) { if (Ask()) token.ThrowIfCancellationRequested(); }", "!CallerToken:ExitOnSomeBranches")]
    [InlineData("while (true) { if (token.IsCancellationRequested) Do(); }", "")]
    [InlineData("var cts = new CancellationTokenSource(); while (!cts.IsCancellationRequested) Do();", "!CallerToken:NeverCancelled")]
    [InlineData("var none = CancellationToken.None; while (!none.IsCancellationRequested) Do();", "!CallerToken:NeverCancelled")]
    public void Tokens(string body, string facts) => Assert.Equal(facts, Async(body));

    [Theory]
    [InlineData("while (!stoppingToken.IsCancellationRequested) Do();", "HostToken")]
    [InlineData("while (true) { await Call(stoppingToken); }", "!HostToken:TokenOnlyPassed")]
    public void HostTokens(string body, string facts) => Assert.Equal(
        facts, Members.Bounds("protected override async Task ExecuteAsync(CancellationToken stoppingToken) { await Task.Yield(); " + body + " }", "partial class A : BackgroundService"));

    [Theory]
    [InlineData("while (true) { var line = Console.ReadLine(); Do(); }", "Person")]
    [InlineData("while (true) { Do(); if (Console.ReadKey().KeyChar == 'q') break; }", "Person")]
    [InlineData("while (true) { Do(Console.In.ReadLine()!); }", "Person")]
    [InlineData("while (!Console.KeyAvailable) { Do(); }", "Person")]
    [InlineData("while (true) { if (Ask()) Console.ReadLine(); }", "")]
    public void People(string body, string facts) => Assert.StartsWith(facts, Of(body), StringComparison.Ordinal);

    [Fact]
    public void PeopleThatKnowledgeKnows() =>
        Assert.Equal("Person", Members.Bounds("void M() { while (true) { if (Ask()) Do(); } }", models: "approval M:A.Ask return : person"));

    [Theory]
    [InlineData("foreach (var x in new[] { 1, 2 }) Do();", "Collection")]
    [InlineData("var list = new List<int>(); foreach (var x in list) Do();", "Collection")]
    [InlineData("var list = new List<int>(); foreach (var x in list.Where(y => y > 0)) Do();", "Collection")]
    [InlineData("var list = new List<int>(); foreach (var x in list.ToList()) list.Add(x);", "Collection")]
    [InlineData("var list = new List<int>(); foreach (var x in list) list.Add(x);", "!Collection:CollectionExtended")]
    [InlineData("var list = new List<int>(); for (var i = 0; i < list.Count; i++) Do();", "Counter(Computed)")]
    [InlineData("var list = new List<int>(); for (var i = 0; i < list.Count; i++) { if (Ask()) list.Add(i); }", "!Collection:CollectionExtended")]
    [InlineData("var list = new List<int>(); while (list.Count < max) list.Add(1);", "Collection(Parameter)")]
    [InlineData("var queue = new Queue<int>(); while (queue.Count > 0) queue.Dequeue();", "Collection(Constant)")]
    [InlineData("var queue = new Queue<int>(); while (queue.Count > 0) { var x = queue.Dequeue(); if (Ask()) queue.Enqueue(x); }", "!Collection:CollectionExtended")]
    [InlineData("var queue = new Queue<int>(); while (queue.TryDequeue(out var x)) Do();", "Collection")]
    [InlineData("var queue = new Queue<int>(); while (queue.TryDequeue(out var x)) { queue.Enqueue(x); }", "!Collection:CollectionExtended")]
    [InlineData("foreach (var x in Enumerable.Range(0, int.MaxValue)) Do();", "!Collection:LimitIsInfinite")]
    public void Collections(string body, string facts) => Assert.Equal(facts, Of(body));

    [Theory]
    [InlineData("await foreach (var x in channel.Reader.ReadAllAsync()) Do();", "OutsideItems")]
    [InlineData("while (await channel.Reader.WaitToReadAsync()) Do();", "OutsideItems")]
    [InlineData("while (true) { var x = await channel.Reader.ReadAsync(); Do(); }", "OutsideItems")]
    [InlineData("using var timer = new PeriodicTimer(limit); while (await timer.WaitForNextTickAsync()) Do();", "Tick")]
    [InlineData("using var reader = new StreamReader(\"f\"); while (reader.ReadLine() is { } line) Do(line);", "OutsideItems")]
    [InlineData("await foreach (var x in channel.Reader.ReadAllAsync()) await channel.Writer.WriteAsync(x);", "!OutsideItems:CollectionExtended")]
    [InlineData("while (true) { if (Ask()) await channel.Reader.ReadAsync(); }", "")]
    public void Outside(string body, string facts) => Assert.Equal(facts, Async(body));

    [Fact]
    public void InnerLoopsAreJudgedAlone() => Assert.Equal("", Of("while (true) { for (var i = 0; i < 10; i++) Do(); }"));

    [Fact]
    public void RoundsThatBeginAtTwoPlaces() => Assert.Equal("", Of("while (true) { if (Ask()) { Do(); continue; } Do(); }"));

    [Fact]
    public void CountersThatLeaveThroughUsing() => Assert.Equal(
        "Counter(Constant)", Of("var n = 0; while (true) { using var s = new MemoryStream(); n++; if (n > 10) return; Do(); }"));

    [Fact]
    public void CountersBehindAnAwaitedCallInTry() => Assert.Equal(
        "!Counter:AdvancedOnSomeBranches", Async("var n = 0; while (n < 10) { try { await Call(); } catch (IOException) { continue; } n++; }"));

    [Fact]
    public void SeveralBounds() => Assert.Equal("Counter(Constant) CallerToken", Async("for (var i = 0; i < 10; i++) { token.ThrowIfCancellationRequested(); }"));
}
