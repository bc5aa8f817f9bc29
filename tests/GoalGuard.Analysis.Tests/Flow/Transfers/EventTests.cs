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
    public void What_is_raised_arrives(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Said?.Invoke(\"mine\"); Other?.Invoke(text);", "partial class A { public event Action<string>? Said; public event Action<string>? Other; } class User { void Use(A a) => a.Said += t => Examine(t); }")]
    [InlineData("Said?.Invoke(text, \"mine\");", "partial class A { public event Action<string, string>? Said; } class User { void Use(A a) => a.Said += (t, mine) => Examine(mine); }")]
    [InlineData("Said?.Invoke(this, text);", "partial class A { public event EventHandler<string>? Said; } class User { void Use(A a) { a.Said += OnSaid; } void OnSaid(object? sender, string t) => Examine(\"mine\"); }")]
    public void Another_event_or_parameter_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
