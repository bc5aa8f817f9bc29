using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Tests.Flow;

namespace GoalGuard.Analysis.Tests.Behaviour.Reach;

/// <summary>Which effects are found below a member, and by which way.</summary>
public sealed class ReachTests
{
    [Fact]
    public void In_the_body_itself() => Assert.Equal("file-delete! A.Go > File.Delete", ReachProgram.Of("class A { void Go() => File.Delete(\"x\"); }"));

    [Fact]
    public void Nothing_is_nothing() =>
        Assert.Equal("", ReachProgram.Of("class A { int Go() => B.Twice(3); } class B { public static int Twice(int n) => n + n; void Clean() => File.Delete(\"x\"); }"));

    [Fact]
    public void Through_two_calls_in_other_files() => Assert.Equal("file-delete! A.Go > B.Clean > C.Drop > File.Delete", ReachProgram.Of(
        "class A { void Go() => new B().Clean(); }", "class B { public void Clean() { C.Drop(); } }", "static class C { public static void Drop() => File.Delete(\"x\"); }"));

    [Fact]
    public void The_hops_are_the_calls_and_the_last_is_the_effect()
    {
        const string source = "class A { void Go() { Clean(); } void Clean() { File.Delete(\"x\"); } }";
        var effect = Assert.Single(ReachProgram.SummaryOf("A", "Go", source).Effects);
        Assert.Equal(["Clean()", "File.Delete(\"x\")"], effect.Path.Select(hop => source.Substring(hop.At.Start, hop.At.Length)));
        Assert.Equal("M:System.IO.File.Delete", effect.Symbol);
    }

    [Fact]
    public void The_shortest_way_is_the_witness() => Assert.Equal("file-delete! A.Go > A.Drop > File.Delete", ReachProgram.Of(
        "class A { void Go() { Long(); Drop(); } void Long() => Longer(); void Longer() => Drop(); void Drop() => File.Delete(\"x\"); }"));

    [Fact]
    public void Of_equal_ways_the_first_in_the_source() => Assert.Equal("file-delete! A.Go > A.One > A.Drop > File.Delete", ReachProgram.Of(
        "class A { void Go() { One(); Two(); } void Two() => Drop(); void One() => Drop(); void Drop() => File.Delete(\"x\"); }"));

    [Fact]
    public void Through_an_interface_with_two_implementations() => Assert.Equal("file-delete! A.Go > X.Do > File.Delete, env! A.Go > Y.Do > Environment.Exit", ReachProgram.Of(
        "class A(IDo it) { void Go() => it.Do(); } interface IDo { void Do(); } class X : IDo { public void Do() => File.Delete(\"x\"); } class Y : IDo { public void Do() => Environment.Exit(1); }"));

    [Fact]
    public void Of_a_member_without_body_what_implements_it() =>
        Assert.Equal("file-delete! X.Go > File.Delete", ReachProgram.Of("interface A { void Go(); } class X : A { public void Go() => File.Delete(\"x\"); }"));

    [Fact]
    public void Through_a_virtual_of_a_base_class() => Assert.Equal("file-delete! A.Go > Y.Do > File.Delete", ReachProgram.Of(
        "class A { void Go(X x) => x.Do(); } abstract class X { public virtual void Do() { } } class Y : X { public override void Do() => File.Delete(\"x\"); }"));

    [Fact]
    public void A_call_of_the_base_is_no_call_of_the_override() => Assert.Equal("", ReachProgram.Of(
        "class A : X { void Go() => base.Do(); } class X { public virtual void Do() { } } class Y : A { public override void Do() => File.Delete(\"x\"); }"));

    [Fact]
    public void Through_more_implementations_than_flow_is_joined_over() => Assert.Equal("file-delete! A.Go > X9.Do > File.Delete", ReachProgram.Of(
        "class A { void Go(IDo it) => it.Do(); } interface IDo { void Do(); } class X9 : IDo { public void Do() => File.Delete(\"x\"); }"
        + string.Concat(Enumerable.Range(0, 9).Select(i => $"class X{i} : IDo {{ public void Do() {{ }} }} "))));

    [Theory]
    [InlineData("class A { void Go() { Helper.Run(() => File.Delete(\"x\")); } }")]
    [InlineData("class A { void Go() { void Drop() => File.Delete(\"x\"); Drop(); } }")]
    [InlineData("class A { void Go() { Helper.Run(delegate { File.Delete(\"x\"); }); } }")]
    [InlineData("class A { IEnumerable<int> Go() { yield return 1; File.Delete(\"x\"); } }")]
    [InlineData("class A { async Task Go() { await Task.Yield(); File.Delete(\"x\"); } }")]
    public void Lambdas_and_local_functions_are_the_members_own(string source) =>
        Assert.Equal("file-delete! A.Go > File.Delete", ReachProgram.Of(source + " static class Helper { public static void Run(Action what) => what(); }"));

    [Theory]
    [InlineData("class A { void Go() => Helper.Run(Drop); static void Drop() => File.Delete(\"x\"); }", "A.Drop")]
    [InlineData("class A { void Go() { new B(); } } class B { public B() => File.Delete(\"x\"); }", "new B")]
    [InlineData("class A { void Go() { _ = new B(2); } } class B(int n) { readonly int _n = n; readonly FileStream _f = Drop(); static FileStream Drop() { File.Delete(\"x\"); return null!; } }", "B._f > B.Drop", "new B > ")]
    [InlineData("class A : B { public A() : base(\"x\") { } void Go() { _ = new A(); } } class B { public B(string s) => File.Delete(s); }", "new B", "new A > ")]
    [InlineData("class A { void Go() { _ = new C(); } } class C : B { } class B { public B() => File.Delete(\"x\"); }", "new B", "new C > ")]
    [InlineData("class A { void Go() { _ = new C(2); } } class C(int n) : B(n) { } class B { public B(int n) => File.Delete(\"x\" + n); }", "new B", "new C > ")]
    [InlineData("class A { int Go() => new B().Left; } class B { public int Left { get { File.Delete(\"x\"); return 1; } } }", "B.Left")]
    [InlineData("class A { void Go(B b) => b.Left = 2; } class B { public int Left { get => 1; set => File.Delete(\"x\"); } }", "B.Left")]
    [InlineData("class A { void Go(B b) => b.Left += 2; } class B { public int Left { get { File.Delete(\"x\"); return 1; } set { } } }", "B.Left")]
    [InlineData("class A { int Go(B b) => b[2]; } class B { public int this[int i] { get { File.Delete(\"x\"); return 1; } } }", "B.this[]")]
    [InlineData("class A { int Go() => B.Count; } class B { public static readonly int Count = Drop(); static int Drop() { File.Delete(\"x\"); return 1; } }", "B.Count > B.Drop")]
    [InlineData("class A { int Go() => B.Count; } class B { public static int Count; static B() => File.Delete(\"x\"); }", "B..cctor")]
    [InlineData("class A { void Go() => B.Do(); } class B { static B() { } static int _n = Drop(); static int Drop() { File.Delete(\"x\"); return 1; } public static void Do() { } }", "B..cctor > B._n > B.Drop")]
    [InlineData("class A { B Go(B a, B b) => a + b; } class B { public static B operator +(B a, B b) { File.Delete(\"x\"); return a; } }", "B.op_Addition")]
    [InlineData("class A { B Go(int n) => n; } class B { public static implicit operator B(int n) { File.Delete(\"x\"); return new(); } }", "B.op_Implicit")]
    [InlineData("class A { void Go() => Helper.Same(1); }", "Helper.Same")]
    [InlineData("class A { void Go() => 3.Drop(); } static class More { public static void Drop(this int n) => File.Delete(\"x\" + n); }", "More.Drop")]
    [InlineData("class A { void Go() { foreach (var x in new B()) { } } } class B { public B GetEnumerator() => this; public int Current => 1; public bool MoveNext() { File.Delete(\"x\"); return false; } }", "B.MoveNext")]
    [InlineData("class A { void Go() { using var b = new B(); } } class B : IDisposable { public void Dispose() => File.Delete(\"x\"); }", "B.Dispose")]
    [InlineData("class A { void Go(B b) { var (x, y) = b; } } class B { public void Deconstruct(out int x, out int y) { x = y = 1; File.Delete(\"x\"); } }", "B.Deconstruct")]
    [InlineData("partial class A { void Go() => Rest(); partial void Rest(); } partial class A { partial void Rest() => File.Delete(\"x\"); }", "A.Rest")]
    [InlineData("class A { void Go(B b) => b.Done += () => { }; } class B { public event Action Done { add => File.Delete(\"x\"); remove { } } }", "B.Done")]
    [InlineData("class A { void Go<T>() where T : IDo => T.Do(); } interface IDo { static abstract void Do(); } class B : IDo { public static void Do() => File.Delete(\"x\"); }", "B.Do")]
    [InlineData("class A { void Go(IDo it) => it.Do(); } interface IDo { void Do() => File.Delete(\"x\"); } class B : IDo { }", "IDo.Do")]
    [InlineData("class A { void Go(IDo it) => it.Do(); } interface IDo { void Do(); } class B : IDo { void IDo.Do() => File.Delete(\"x\"); }", "B.IDo.Do")]
    [InlineData("class A { void Go(IDo<int> it) => it.Do(1); } interface IDo<T> { void Do(T x); } class B : IDo<int> { public void Do(int x) => File.Delete(\"x\"); }", "B.Do")]
    [InlineData("class A { void Go() => 3.Drop(); } static class More { extension(int n) { public void Drop() => File.Delete(\"x\" + n); } }", "More.Drop")]
    public void Whatever_runs_counts(string source, string last, string before = "")
    {
        const string helper = " static class Helper { public static void Run(Action what) => what(); public static T Same<T>(T x) { File.Delete(\"x\"); return x; } }";
        Assert.Equal($"file-delete! A.Go > {before}{last} > File.Delete", ReachProgram.Of(source + helper));
    }

    [Fact]
    public void A_constructor_counts_its_initializers() => Assert.Equal(
        "file-delete! new A > A._n > A.Drop > File.Delete",
        ReachProgram.Text(ReachProgram.SummaryOf("A", ".ctor", "class A { int _n = Drop(); public A() { } static int Drop() { File.Delete(\"x\"); return 1; } }")));

    [Fact]
    public void A_constructor_that_calls_another_leaves_them_to_it() => Assert.Equal(
        "file-delete! new A > new A > A._n > A.Drop > File.Delete",
        ReachProgram.Text(ReachProgram.SummaryOf("A", ".ctor", "class A { int _n = Drop(); public A(int n) : this() { } public A() { } static int Drop() { File.Delete(\"x\"); return 1; } }")));

    [Fact]
    public void A_property_of_another_object_that_computes_is_not_run_by_making_it() =>
        Assert.Equal("", ReachProgram.Of("class A { void Go() { _ = new B(); } } class B { int Left => Drop(); static int Drop() { File.Delete(\"x\"); return 1; } }"));

    [Fact]
    public void Members_that_call_each_other_know_the_same_by_their_own_ways()
    {
        const string source = "class A { public void Go() => Back(); public void Back() { Go(); File.Delete(\"x\"); } }";
        Assert.Equal("file-delete! A.Go > A.Back > File.Delete", ReachProgram.Text(ReachProgram.SummaryOf("A", "Go", source)));
        Assert.Equal("file-delete! A.Back > File.Delete", ReachProgram.Text(ReachProgram.SummaryOf("A", "Back", source)));
    }

    [Fact]
    public void What_a_delegate_does_counts_where_it_is_made_not_where_it_is_run() => Assert.Equal("", ReachProgram.Text(ReachProgram.SummaryOf(
        "B", "Run", "class A { void Go() => B.Run(() => File.Delete(\"x\")); } class B { public static void Run(Action what) => what(); }")));

    [Fact]
    public void A_lambda_alone_goes_down_to_local_functions_of_its_member() =>
        Assert.Equal("file-delete! A.Go > Drop > File.Delete", ReachProgram.Lambda("class A { void Go() { Action it = () => Drop(); void Drop() => File.Delete(\"x\"); Environment.Exit(1); } }"));

    [Fact]
    public void Through_what_nobody_names_a_type_for() => Assert.Equal("file-delete! A.Go > S.Run > File.Delete", ReachProgram.Of(
        "class A(Box box) { void Go() => box.It.Run(); }", "class Box { public S It { get; } = new(); }", "class S { public void Run() => File.Delete(\"x\"); }",
        "class T { public void Run() { } } class U { public void Run() { } } class V { public void Run() { } }"));

    [Fact]
    public void Deeper_than_the_live_gate_looks() => Assert.EndsWith(
        "A.M29 > A.M30 > File.Delete",
        ReachProgram.Of("class A { void Go() => M1(); " + string.Concat(Enumerable.Range(1, 29).Select(i => $"void M{i}() => M{i + 1}(); ")) + "void M30() => File.Delete(\"x\"); }"), StringComparison.Ordinal);

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        string[] sources =
        [
            "partial class A(IDo it) { void Go() { it.Do(); More(); } }", "partial class A { void More() { new X().Do(); Environment.Exit(1); } int _n = Y.Drop(); }",
            "interface IDo { void Do(); }", "class X : IDo { public void Do() { File.Delete(\"x\"); Y.Drop(); } }", "class Y : IDo { public void Do() => Drop(); public static int Drop() { File.Delete(\"y\"); return 1; } }",
        ];
        Assert.Equal(ReachProgram.Of(sources), ReachProgram.Of([.. sources.Reverse()]));
    }

    [Fact]
    public void Beyond_the_cap_the_answer_says_so()
    {
        var count = ReachSolver.MaxMembers + 10;
        var text = ReachProgram.Of("class A { void Go() => M1(); " + string.Concat(Enumerable.Range(1, count).Select(i => $"void M{i}() => M{i + 1}(); ")) + $"void M{count + 1}() => File.Delete(\"x\"); }}");
        Assert.Equal(" …", text);
    }

    [Fact]
    public void No_more_effects_than_the_cap()
    {
        var summary = ReachProgram.SummaryOf("A", "Go", "class A { void Go() { " + string.Concat(Enumerable.Range(0, ReachSolver.MaxEffects + 1).Select(i => $"File.Delete(\"{i}\"); ")) + "} }");
        Assert.Equal((ReachSolver.MaxEffects, false), (summary.Effects.Length, summary.IsComplete));
    }

    [Fact]
    public void Cancelling_leaves_nothing_behind()
    {
        var program = EngineProgram.Of("class A { void Go() => File.Delete(\"x\"); }");
        var go = program.Compilation.GetTypeByMetadataName("A")!.GetMembers("Go").First();
        Assert.ThrowsAny<OperationCanceledException>(() => program.Engine.Reach.Of(go, new CancellationToken(canceled: true)));
        Assert.Single(program.Engine.Reach.Of(go, default).Effects);
    }
}
