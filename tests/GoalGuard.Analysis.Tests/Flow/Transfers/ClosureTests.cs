namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Variables that lambdas and local functions share with their member.</summary>
public sealed class ClosureTests
{
    [Theory]
    [InlineData("var said = \"\"; Action set = () => said = text; set(); Examine(said);")]
    [InlineData("var said = \"\"; void Set() => said = text; Set(); Examine(said);")]
    [InlineData("var said = \"\"; new[] { text }.ToList().ForEach(t => said += t); Examine(said);")]
    [InlineData("var said = \"\"; await Task.Run(() => { said = text; }); Examine(said);")]
    [InlineData("var all = new List<string>(); Parallel.ForEach(new[] { text }, t => all.Add(t)); Examine(all[0]);")]
    [InlineData("var all = new StringBuilder(); Action<string> add = t => all.Append(t); add(text); Examine(all.ToString());")]
    [InlineData("var said = \"\"; Action show = () => Examine(said); said = text; show();")]
    [InlineData("var said = \"\"; var task = Task.Run(async () => { said = await chat.AnswerAsync(\"x\"); }); await task; Examine(said);")]
    [InlineData("var said = \"\"; var watch = new Timer(_ => { said = text; }); Examine(said);")]
    [InlineData("string? said = null; string Once() => said ??= text; Once(); Examine(said!);")]
    [InlineData("foreach (var t in new[] { text }) { Action show = () => Examine(t); show(); }")]
    [InlineData("Func<Action> outer = () => { var inner = text; return () => Examine(inner); }; outer()();")]
    [InlineData("var said = \"\"; void Outer() { void Inner() => said = text; Inner(); } Outer(); Examine(said);")]
    [InlineData("using var mine = new CancellationTokenSource(); mine.Token.Register(() => Examine(text));")]
    public void What_a_closure_writes_or_reads_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("var said = \"\"; Run(() => said = text); Examine(said);", "partial class A { static void Run(Action work) => work(); }")]
    [InlineData("var said = \"\"; Each(new[] { text }, t => said = t); Examine(said);", "partial class A { static void Each(IEnumerable<string> all, Action<string> work) { foreach (var one in all) { work(one); } } }")]
    [InlineData("_last = \"\"; Run(() => _last = text); Examine(_last);", "partial class A { private string _last = \"\"; static void Run(Action work) => work(); }")]
    public void Run_by_an_own_member(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var said = text; Action set = () => said = \"mine\"; var other = \"mine\"; set(); Examine(other);")]
    [InlineData("var mine = \"mine\"; void Local(string mine) { mine = text; } Local(\"a\"); Examine(mine);")]
    [InlineData("var mine = \"mine\"; Action<string> run = t => { var inner = t; }; run(text); Examine(mine);")]
    public void What_it_does_not_share_stays_away(string statements) => Asked.StaysAway(statements);
}
