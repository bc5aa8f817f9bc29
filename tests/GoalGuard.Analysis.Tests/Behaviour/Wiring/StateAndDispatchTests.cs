using GoalGuard.Analysis.Tests.Flow;

namespace GoalGuard.Analysis.Tests.Behaviour.Wiring;

/// <summary>What a model said is followed through state that several members share, and through calls whose body is chosen elsewhere.</summary>
public sealed class StateAndDispatchTests
{
    private const string Said = "ModelOutput(IChat.Answer)";

    [Theory]
    [InlineData("static class S { public static string Kept = \"\"; } class A { void Hear(IChat chat) => S.Kept = chat.Answer(\"x\"); }", "class B { void Go() => Examine(S.Kept); }")]
    [InlineData("partial class A { string _kept = \"\"; void Hear(IChat chat) => _kept = chat.Answer(\"x\"); }", "partial class A { void Go() => Examine(_kept); }")]
    [InlineData("partial class A { static string _kept = \"\"; }", "partial class A { void Go() => Examine(_kept); }", "partial class A { static void Hear(IChat chat) => _kept = chat.Answer(\"x\"); }")]
    [InlineData("class A { protected string _kept = \"\"; protected void Hear(IChat chat) => _kept = chat.Answer(\"x\"); }", "class B : A { void Go(IChat chat) { Hear(chat); Examine(_kept); } }")]
    [InlineData("class A { readonly string _kept; readonly int _n; public A(string kept, int n) { (_kept, _n) = (kept, n); } void Hear(IChat chat) => new A(chat.Answer(\"x\"), 1).Go(); void Go() => Examine(_kept); }")]
    [InlineData("class A { string _kept = \"\"; int _n; void Hear(IChat chat) { (_n, this._kept) = (1, chat.Answer(\"x\")); } void Go() => Examine(_kept); }")]
    [InlineData("class A(IChat chat) { readonly string _kept = chat.Answer(\"x\"); void Go() => Examine(_kept); }")]
    [InlineData("class A(IChat chat) { string Ask() => chat.Answer(\"x\"); void Go() => Examine(Ask()); }")]
    [InlineData("class A(string kept) { public void Go() => Examine(kept); }", "class B { void Hear(IChat chat) => new A(chat.Answer(\"x\")).Go(); }")]
    [InlineData("abstract class A { public virtual string Ask(IChat chat) => \"\"; } class B : A { public override string Ask(IChat chat) => chat.Answer(\"x\"); }", "class C { void Go(A a, IChat chat) => Examine(a.Ask(chat)); }")]
    [InlineData("abstract class A { public abstract string Ask(IChat chat); } class B : A { public override string Ask(IChat chat) => chat.Answer(\"x\"); }", "class C { void Go(A a, IChat chat) => Examine(a.Ask(chat)); }")]
    [InlineData("interface IAsk { string Ask(IChat chat) => chat.Answer(\"x\"); } class B : IAsk { }", "class C { void Go(IAsk a, IChat chat) => Examine(a.Ask(chat)); }")]
    [InlineData("interface IAsk { string Ask(IChat chat); } class B : IAsk { string IAsk.Ask(IChat chat) => chat.Answer(\"x\"); }", "class C { void Go(IAsk a, IChat chat) => Examine(a.Ask(chat)); }")]
    [InlineData("interface IAsk<T> { T Ask(IChat chat); } class B : IAsk<string> { public string Ask(IChat chat) => chat.Answer(\"x\"); }", "class C { void Go(IAsk<string> a, IChat chat) => Examine(a.Ask(chat)); }")]
    [InlineData("interface IAsk<T> { string Ask(IChat chat, T x); } class B : IAsk<int>, IAsk<long> { public string Ask(IChat chat, int x) => \"\"; public string Ask(IChat chat, long x) => chat.Answer(\"x\"); }", "class C { void Go(IAsk<long> a, IChat chat) => Examine(a.Ask(chat, 1)); }")]
    [InlineData("interface IAsk { static abstract string Ask(IChat chat); } class B : IAsk { public static string Ask(IChat chat) => chat.Answer(\"x\"); }", "class C { void Go<T>(IChat chat) where T : IAsk => Examine(T.Ask(chat)); }")]
    [InlineData("class A { public virtual string Ask(IChat chat) => chat.Answer(\"x\"); } class B : A { public override string Ask(IChat chat) => \"\"; void Go(IChat chat) => Examine(base.Ask(chat)); }")]
    [InlineData("static class X { public static string Ask(this IChat chat) => chat.Answer(\"x\"); }", "class C { void Go(IChat chat) => Examine(chat.Ask()); }")]
    [InlineData("static class X { extension(IChat chat) { public string Ask() => chat.Answer(\"x\"); } }", "class C { void Go(IChat chat) => Examine(chat.Ask()); }")]
    [InlineData("static class X { extension(string text) { public string Twice() => text + text; } }", "class C { void Go(IChat chat) => Examine(chat.Answer(\"x\").Twice()); }")]
    [InlineData("static class X { extension(string text) { public string Doubled => text + text; } }", "class C { void Go(IChat chat) => Examine(chat.Answer(\"x\").Doubled); }")]
    [InlineData("static class X { extension(string text) { public void See() => Examine(text); } }", "class C { void Go(IChat chat) => chat.Answer(\"x\").See(); }")]
    public void It_arrives(params string[] sources) => Assert.Contains(Said, string.Join(' ', EngineProgram.Of(sources).Examined) + string.Join(' ', Found(sources)), StringComparison.Ordinal);

    [Theory]
    [InlineData("class A { public virtual string Ask(IChat chat) => \"\"; } class B : A { public override string Ask(IChat chat) => chat.Answer(\"x\"); void Go(IChat chat) => Examine(base.Ask(chat)); }")]
    [InlineData("class A { string _kept = \"\"; void Hear(IChat chat) => _kept = chat.Answer(\"x\"); } class B { string _kept = \"\"; void Set() => _kept = \"x\"; void Go() => Examine(_kept); }")]
    public void It_does_not(params string[] sources) => Assert.DoesNotContain(Said, string.Join(' ', EngineProgram.Whole(sources).Examined) + string.Join(' ', Found(sources)), StringComparison.Ordinal);

    /// <summary>Where it meets the act in a callee, it is found where it comes from.</summary>
    private static IEnumerable<string> Found(string[] sources) =>
        EngineProgram.Of(sources).Dump().Split('\n').Where(line => line.StartsWith("  found", StringComparison.Ordinal));
}
