namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Objects of the framework that hold one value: made when first asked for, or handed on to whoever listens.</summary>
public sealed class HolderTests
{
    [Theory]
    [InlineData("var lazy = new Lazy<string>(() => text); Examine(lazy.Value);", "")]
    [InlineData("var lazy = new Lazy<string>(text); Examine(lazy.Value);", "")]
    [InlineData("var lazy = new Lazy<string>(() => chat.Answer(\"x\"), true); Examine(lazy.Value);", "")]
    [InlineData("var lazy = new Lazy<Task<string>>(() => chat.AnswerAsync(\"x\")); Examine(await lazy.Value);", "")]
    [InlineData("var lazy = new Lazy<(string Said, string Mine)>(() => (text, \"mine\")); Examine(lazy.Value.Said);", "")]
    [InlineData("Examine(Show(new Lazy<string>(() => text)));", "partial class A { static string Show(Lazy<string> lazy) => lazy.Value; }")]
    [InlineData("Show(new Lazy<string>(() => text));", "partial class A { static void Show(Lazy<string> lazy) => Examine(lazy.Value); }")]
    [InlineData("Examine(Make(text).Value);", "partial class A { static Lazy<string> Make(string t) => new(() => t.Trim()); }")]
    [InlineData("Examine(_lazy.Value);", "partial class A { private readonly Lazy<string> _lazy = new(() => World.Client.Answer(\"x\")); }")]
    [InlineData("Examine(_lazy.Value);", "partial class A { private readonly Lazy<string> _lazy; public A() { _lazy = new Lazy<string>(Ask); } static string Ask() => World.Client.Answer(\"x\"); }")]
    [InlineData("Examine(await _lazy.Value);", "partial class A { private readonly Lazy<Task<string>> _lazy; public A() { _lazy = new Lazy<Task<string>>(Ask); } async Task<string> Ask() => await World.Client.AnswerAsync(\"x\"); }")]
    [InlineData("_lazy = new Lazy<string>(() => text);", "partial class A { private Lazy<string>? _lazy; void N() => Examine(_lazy!.Value); }")]
    [InlineData("Examine(Lazies.Last.Value);", "static class Lazies { public static readonly Lazy<string> Last = new(() => World.Client.Answer(\"x\")); }")]
    [InlineData("_run.Value(text);", "partial class A { private readonly Lazy<Action<string>> _run = new(() => t => Examine(t)); }")]
    public void What_a_lazy_value_is_made_of_arrives(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var progress = new Progress<string>(t => Examine(t)); ((IProgress<string>)progress).Report(text);", "")]
    [InlineData("IProgress<string> progress = new Progress<string>(t => Examine(t)); progress.Report(text);", "")]
    [InlineData("IProgress<string> progress = new Progress<string>(Show); progress.Report(text);", "partial class A { static void Show(string t) => Examine(t); }")]
    [InlineData("Work(new Progress<string>(t => Examine(t)), text);", "partial class A { static void Work(IProgress<string> progress, string t) => progress.Report(t); }")]
    [InlineData("await Work(new Progress<string>(t => Examine(t)), chat);", "partial class A { static async Task Work(IProgress<string>? progress, IChat chat) { progress?.Report(await chat.AnswerAsync(\"x\")); } }")]
    [InlineData("_progress.Report(text);", "partial class A { private readonly IProgress<string> _progress = new Progress<string>(t => Examine(t)); }")]
    [InlineData("_progress.Report(text);", "partial class A { private readonly IProgress<string> _progress; public A() { _progress = new Progress<string>(Show); } void Show(string t) => Examine(t); }")]
    [InlineData("Work(new Progress<Step>(s => Examine(s.Said)), text);", "record Step(string Said, int Done); partial class A { static void Work(IProgress<Step> progress, string t) => progress.Report(new Step(t, 1)); }")]
    public void What_is_reported_arrives(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var lazy = new Lazy<string>(() => \"mine\"); var other = new Lazy<string>(() => text); Examine(lazy.Value);", "")]
    [InlineData("var lazy = new Lazy<(string Said, string Mine)>(() => (text, \"mine\")); Examine(lazy.Value.Mine);", "")]
    [InlineData("IProgress<string> mine = new Progress<string>(t => Examine(t)); IProgress<string> other = new Progress<string>(t => { }); mine.Report(\"mine\"); other.Report(text);", "")]
    public void Another_one_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
