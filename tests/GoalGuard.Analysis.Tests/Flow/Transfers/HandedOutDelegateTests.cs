namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Delegates that one member makes and another one runs: returned from helpers, or kept in tables that somebody else fills.</summary>
public sealed class HandedOutDelegateTests
{
    [Theory]
    [InlineData("Make()(text);", "partial class A { static Action<string> Make() => t => Examine(t); }")]
    [InlineData("Examine(Make()(text));", "partial class A { static Func<string, string> Make() => s => Run(s); static string Run(string s) => s.Trim(); }")]
    [InlineData("var run = Make(); run(text);", "partial class A { static Action<string> Make() { return t => Examine(t); } }")]
    [InlineData("var run = Make(); run.Invoke(text);", "partial class A { Action<string> Make() { Action<string> made = t => Show(t); return made; } void Show(string t) => Examine(t); }")]
    [InlineData("Make()(text);", "partial class A { static Action<string> Make() => Show; static void Show(string t) => Examine(t); }")]
    [InlineData("Make(Coin())(text);", "partial class A { static Action<string> Make(bool first) => first ? t => Examine(t) : t => { }; }")]
    [InlineData("Make(\"show\")(text);", "partial class A { static Action<string> Make(string name) => name switch { \"show\" => t => Examine(t), _ => t => { } }; }")]
    [InlineData("Make()(text);", "partial class A { static Action<string> Make() { return Local; void Local(string t) => Examine(t); } }")]
    [InlineData("Make(text)();", "partial class A { static Action Make(string t) => () => Examine(t); }")]
    [InlineData("Examine(Make(text)());", "partial class A { static Func<string> Make(string t) => () => t.Trim(); }")]
    [InlineData("Outer()(text);", "partial class A { static Action<string> Outer() => Make(); static Action<string> Make() => t => Examine(t); }")]
    [InlineData("await Make()(text);", "partial class A { static Func<string, Task> Make() => async t => { await Task.Yield(); Examine(t); }; }")]
    [InlineData("(await MakeAsync())(text);", "partial class A { static async Task<Action<string>> MakeAsync() { await Task.Yield(); return t => Examine(t); } }")]
    [InlineData("foreach (var run in Make()) { run(text); }", "partial class A { static List<Action<string>> Make() => new() { t => Examine(t) }; }")]
    [InlineData("Make()[\"run\"](text);", "partial class A { static Dictionary<string, Action<string>> Make() => new() { [\"run\"] = t => Examine(t) }; }")]
    [InlineData("Make().Run(text);", "partial class A { static (Action<string> Run, int N) Make() => (t => Examine(t), 1); }")]
    [InlineData("new Maker().Make()(text);", "class Maker { public Action<string> Make() => t => Examine(t); }")]
    [InlineData("IMaker maker = new Maker(); maker.Make()(text);", "interface IMaker { Action<string> Make(); } class Maker : IMaker { public Action<string> Make() => t => Examine(t); }")]
    [InlineData("Run(text);", "partial class A { private Action<string> Run => t => Examine(t); }")]
    [InlineData("Examine(Make()(\"x\"));", "partial class A { static Func<string, string> Make() => q => World.Client.Answer(q); }")]
    [InlineData("if (TryMake(out var run)) { run(text); }", "partial class A { static bool TryMake(out Action<string> run) { run = t => Examine(t); return true; } }")]
    [InlineData("Use(Make(), text);", "partial class A { static Action<string> Make() => t => Examine(t); static void Use(Action<string> run, string t) => run(t); }")]
    [InlineData("Examine(new[] { text }.Select(Make()).First());", "partial class A { static Func<string, string> Make() => t => t.Trim(); }")]
    public void Returned_from_a_helper(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("_map[\"run\"](text);", "partial class A { private readonly Dictionary<string, Action<string>> _map = new(); public void Add() { _map[\"run\"] = t => Examine(t); } }")]
    [InlineData("_map[\"run\"](text);", "partial class A { private readonly Dictionary<string, Action<string>> _map = new(); public void Register(string name, Action<string> run) => _map[name] = run; public void Fill() => Register(\"run\", t => Examine(t)); }")]
    [InlineData("_map[\"run\"](text);", "partial class A { private readonly Dictionary<string, Action<string>> _map = new(); public void Register(string name, Action<string> run) { _map.Add(name, run); } } class User { void Use(A a) => a.Register(\"run\", t => Examine(t)); }")]
    [InlineData("if (_map.TryGetValue(\"run\", out var run)) { run(text); }", "partial class A { private readonly ConcurrentDictionary<string, Action<string>> _map = new(); public void Add() => _map.TryAdd(\"run\", Show); static void Show(string t) => Examine(t); }")]
    [InlineData("_run!(text);", "partial class A { private Action<string>? _run; public void Set(Action<string> run) => _run = run; } class User { void Use(A a) => a.Set(t => Examine(t)); }")]
    [InlineData("_run!(text);", "partial class A { private Action<string>? _run; public void Set(Action<string> run) => _run = run; } class User { void Use(A a) => a.Set(Show); static void Show(string t) => Examine(t); }")]
    [InlineData("Run!(text);", "partial class A { public Action<string>? Run { get; set; } } class User { void Use(A a) { a.Run = t => Examine(t); } }")]
    [InlineData("var registry = new Registry(); registry.Add(\"run\", t => Examine(t)); registry.Run(\"run\", text);", "class Registry { private readonly Dictionary<string, Action<string>> _map = new(); public void Add(string name, Action<string> run) => _map[name] = run; public void Run(string name, string t) => _map[name](t); }")]
    [InlineData("_registry.Run(\"run\", text);", "class Registry { private readonly Dictionary<string, Action<string>> _map = new(); public void Add(string name, Action<string> run) => _map[name] = run; public void Run(string name, string t) => _map[name](t); } partial class A { private readonly Registry _registry = new(); public A() { _registry.Add(\"run\", t => Examine(t)); } }")]
    [InlineData("Registry.Map[\"run\"](text);", "static class Registry { public static readonly Dictionary<string, Action<string>> Map = new(); } class User { void Use() => Registry.Map[\"run\"] = t => Examine(t); }")]
    [InlineData("Examine(_map[\"run\"](text));", "partial class A { private readonly Dictionary<string, Func<string, string>> _map = new(); public void Fill() { _map[\"run\"] = t => t.Trim(); } }")]
    [InlineData("Examine(await _map[\"run\"](\"x\"));", "partial class A { private readonly Dictionary<string, Func<string, Task<string>>> _map = new(); public void Fill() { _map[\"run\"] = q => World.Client.AnswerAsync(q); } }")]
    [InlineData("_map = Make(); _map[\"run\"](text);", "partial class A { private Dictionary<string, Action<string>> _map = new(); static Dictionary<string, Action<string>> Make() => new() { [\"run\"] = t => Examine(t) }; }")]
    [InlineData("_map[\"run\"](text);", "partial class A { private readonly Dictionary<string, Action<string>> _map = Make(); static Dictionary<string, Action<string>> Make() => new() { [\"run\"] = t => Examine(t) }; }")]
    [InlineData("_run(text);", "partial class A { private readonly Action<string> _run = Make(); static Action<string> Make() => t => Examine(t); }")]
    public void Kept_where_another_member_fills_it(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Make()(text);", "partial class A { static Action<string> Make() => t => Examine(\"mine\"); }")]
    [InlineData("Make()(\"mine\"); Other()(text);", "partial class A { static Action<string> Make() => t => Examine(t); static Action<string> Other() => t => { }; }")]
    [InlineData("Examine(Make()(text));", "partial class A { static Func<string, string> Make() => t => \"mine\"; }")]
    [InlineData("Make()(\"mine\", text);", "partial class A { static Action<string, string> Make() => (mine, t) => Examine(mine); }")]
    [InlineData("_map[\"run\"](\"mine\"); _other[\"run\"](text);", "partial class A { private readonly Dictionary<string, Action<string>> _map = new(), _other = new(); public void Fill() { _map[\"run\"] = t => Examine(t); } }")]
    public void What_another_delegate_gets_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
