namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Events: who subscribed gets what is raised.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("Said += t => Examine(t); Said(text);", "partial class A { event Action<string> Said = t => { }; }")]
    [InlineData("Said?.Invoke(text);", "partial class A { public event Action<string>? Said; public A() { Said += t => Examine(t); } }")]
    [InlineData("Said?.Invoke(text);", "partial class A { public event Action<string>? Said; public A() { Said += Show; } void Show(string t) => Examine(t); }")]
    [InlineData("Said?.Invoke(text);", "partial class A { public event Action<string>? Said; public void Listen() => Said += Show; static void Show(string t) => Examine(t); }")]
    [InlineData("Said?.Invoke(text);", "partial class A { public event Action<string>? Said; } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("Said?.Invoke(text);", "partial class A { public event Action<string>? Said; } class User { void Use(A a) { a.Said += Show; } private string _last = \"\"; void Show(string t) { _last = t; Examine(t); } }")]
    [InlineData("Said?.Invoke(this, text);", "partial class A { public event EventHandler<string>? Said; } class User { void Use(A a) { a.Said += OnSaid; } void OnSaid(object? sender, string t) => Examine(t); }")]
    [InlineData("Said?.Invoke(this, new SaidEventArgs(text));", "class SaidEventArgs(string said) : EventArgs { public string Said { get; } = said; } partial class A { public event EventHandler<SaidEventArgs>? Said; } class User { void Use(A a) { a.Said += OnSaid; } void OnSaid(object? sender, SaidEventArgs e) => Examine(e.Said); }")]
    [InlineData("OnSaid(text);", "partial class A { public event Action<string>? Said; protected virtual void OnSaid(string t) => Said?.Invoke(t); } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("var said = Said; if (said != null) { said(text); }", "partial class A { public event Action<string>? Said; } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("Hub.Say(text);", "static class Hub { public static event Action<string>? Said; public static void Say(string t) => Said?.Invoke(t); } class User { void Use() => Hub.Said += t => Examine(t); }")]
    [InlineData("Examine(Asked!(\"x\"));", "partial class A { public event Func<string, string>? Asked; } class User { void Use(A a) => a.Asked += q => World.Client.Answer(q); }")]
    [InlineData("_said?.Invoke(text);", "partial class A { private Action<string>? _said; public event Action<string> Said { add => _said += value; remove => _said -= value; } } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("_said?.Invoke(text);", "partial class A { private Action<string>? _said; public event Action<string> Said { add { lock (this) { _said += value; } } remove { lock (this) { _said -= value; } } } } class User { void Use(A a) { a.Said += Show; } static void Show(string t) => Examine(t); }")]
    [InlineData("foreach (var run in _all) { run(text); }", "partial class A { private readonly List<Action<string>> _all = new(); public event Action<string> Said { add => _all.Add(value); remove => _all.Remove(value); } } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("Said?.Invoke(text);", "interface ITalk { event Action<string>? Said; } partial class A : ITalk { public event Action<string>? Said; } class User { void Use(ITalk talk) => talk.Said += t => Examine(t); }")]
    [InlineData("Said?.Invoke(this, text);", "interface ITalk { event EventHandler<string>? Said; } partial class A : ITalk { public event EventHandler<string>? Said; } class User { private readonly ITalk _talk; public User(ITalk talk) { _talk = talk; _talk.Said += OnSaid; } void OnSaid(object? sender, string t) => Examine(t); }")]
    [InlineData("_said?.Invoke(text);", "interface ITalk { event Action<string> Said; } partial class A : ITalk { private Action<string>? _said; event Action<string> ITalk.Said { add => _said += value; remove => _said -= value; } } class User { void Use(ITalk talk) => talk.Said += t => Examine(t); }")]
    [InlineData("new Talk().Say(text);", "abstract class Base { public abstract event Action<string>? Said; } class Talk : Base { public override event Action<string>? Said; public void Say(string t) => Said?.Invoke(t); } class User { void Use(Base talk) => talk.Said += t => Examine(t); }")]
    [InlineData("var talk = new Talk(); talk.Said += t => Examine(t); talk.Say(text);", "class Talk { private Action<string>? _said; public event Action<string> Said { add => _said += value; remove => _said -= value; } public void Say(string t) => _said?.Invoke(t); }")]
    [InlineData("var talk = new Talk(); talk.Said += t => Examine(t); talk.Say(text);", "class Talk { public event Action<string>? Said; public void Say(string t) => Said?.Invoke(t); }")]
    public void What_is_raised_arrives(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Said?.Invoke(\"mine\"); Other?.Invoke(text);", "partial class A { public event Action<string>? Said; public event Action<string>? Other; } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("Said?.Invoke(text, \"mine\");", "partial class A { public event Action<string, string>? Said; } class User { void Use(A a) => a.Said += (t, mine) => Examine(mine); }")]
    [InlineData("Said?.Invoke(this, text);", "partial class A { public event EventHandler<string>? Said; } class User { void Use(A a) { a.Said += OnSaid; } void OnSaid(object? sender, string t) => Examine(\"mine\"); }")]
    [InlineData("_said?.Invoke(\"mine\"); _other?.Invoke(text);", "partial class A { private Action<string>? _said, _other; public event Action<string> Said { add => _said += value; remove => _said -= value; } } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    public void Another_event_or_parameter_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
