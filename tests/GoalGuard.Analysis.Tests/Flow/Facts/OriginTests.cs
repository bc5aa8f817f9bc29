using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>What an origin tells: how often, by whom, and what becomes of too many of them.</summary>
public sealed class OriginTests
{
    private static FactSet Facts(string statements, string members = "") =>
        EngineProgram.Of($"class A {{ async Task M(IChat chat) {{ {statements} await Task.Yield(); }} {members} }}").Examined.Single();

    private static bool IsMany(FactSet facts) => facts.Facts.Single().Traits.HasFlag(Traits.Many);

    [Theory]
    [InlineData("var all = new List<string>(); for (var i = 0; i < 3; i++) { all.Add(chat.Answer(\"x\")); } Examine(all);")]
    [InlineData("var all = new List<string>(); while (Coin()) { all.Add(await chat.AnswerAsync(\"x\")); } Examine(all);")]
    [InlineData("var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => chat.AnswerAsync(\"x\" + i))); Examine(all[0]);")]
    [InlineData("var all = new List<string>(); foreach (var i in new[] { 1, 2 }) { all.Add(One(chat)); } Examine(all);")]
    [InlineData("again: var text = chat.Answer(\"x\"); if (Coin()) { goto again; } Examine(text);")]
    public void What_is_made_in_a_loop_or_for_each_element_is_one_of_many(string statements) =>
        Assert.True(IsMany(Facts(statements, "static string One(IChat chat) => chat.Answer(\"x\");")));

    [Theory]
    [InlineData("Examine(chat.Answer(\"x\"));")]
    [InlineData("while (Coin()) { await Task.Yield(); } Examine(chat.Answer(\"x\"));")]
    [InlineData("foreach (var word in chat.Answer(\"x\").Split(' ')) { if (Coin()) { Examine(word); break; } }")]
    public void What_is_made_once_is_not(string statements) => Assert.False(IsMany(Facts(statements)));

    [Fact]
    public void More_than_eight_origins_are_not_told_apart_and_none_is_lost()
    {
        var calls = string.Concat(Enumerable.Range(0, 12).Select(i => $"all.Add(chat.Answer(\"{i}\"));"));
        var facts = Facts($"var all = new List<string>(); {calls} Examine(all);");
        Assert.Equal(FactSet.MaxOrigins + 1, facts.Facts.Length);
        Assert.Single(facts.Facts, fact => fact.Origin.IsAny);
    }

    [Fact]
    public void Tools_take_no_room_from_what_a_model_said()
    {
        FactSet Of(FactKind kind, int count) => Enumerable.Range(0, count).Aggregate(FactSet.Empty, (all, i) => all.Join(FactSet.Of(
            new Fact(new Origin(kind, kind.ToString(), new SourceSpan("A.cs", i, 1)), Guard.None, null, Traits.None, Relations.None))));

        var facts = Of(FactKind.Tool, 12).Join(Of(FactKind.ModelOutput, FactSet.MaxOrigins));
        Assert.DoesNotContain(facts.Facts, fact => fact.Origin.IsAny);
        Assert.Single(facts.Join(Of(FactKind.ModelOutput, FactSet.MaxOrigins + 1)).Facts, fact => fact.Origin.IsAny);
    }

    [Fact]
    public void What_stands_for_the_rest_is_only_sure_of_what_is_sure_of_each()
    {
        var calls = string.Concat(Enumerable.Range(0, 9).Select(i => $"all.Add(Path.GetFileName(chat.Answer(\"{i}\")));"));
        var facts = Facts($"var all = new List<string>(); {calls} all.Add(chat.Answer(\"last\")); Examine(all);");
        Assert.Equal(Guard.None, facts.Facts.Single(fact => fact.Origin.IsAny).Guards);
    }

    [Fact]
    public void Paths_below_a_parameter_are_told_apart_three_members_deep()
    {
        var dump = EngineProgram.Of("""
            class A
            {
                void M(IChat chat) { var deep = new D { C = new C { B = new B { Text = chat.Answer("x"), Other = "mine" } } }; Examine(Take(deep)); }
                static string Take(D given) => given.C.B.Text;
            }
            class D { public C C = null!; } class C { public B B = null!; } class B { public string Text = ""; public string Other = ""; }
            """);
        Assert.Equal("ModelOutput(IChat.Answer)", dump.Seen);
        Assert.Contains("Parameter(given.C.B.Text)", dump.Dump());
    }

    [Fact]
    public void Another_member_at_the_same_depth_is_not_it() => Assert.Empty(EngineProgram.Of("""
        class A
        {
            void M(IChat chat) { var deep = new D { C = new C { B = new B { Text = chat.Answer("x"), Other = "mine" } } }; Examine(Take(deep)); }
            static string Take(D given) => given.C.B.Other;
        }
        class D { public C C = null!; } class C { public B B = null!; } class B { public string Text = ""; public string Other = ""; }
        """).Examined.SelectMany(facts => facts.Facts));

    private static string?[] Clients(string program) => [.. EngineProgram.Of(program).Examined.Select(facts => facts.Facts.Single().Origin.Client)];

    [Theory]
    [InlineData("class A(IChat one, IChat two) { void M() { Examine(one.Answer(\"x\")); Examine(two.Answer(\"x\")); } }")]
    [InlineData("class A { IChat one = null!; IChat two = null!; void M() { Examine(one.Answer(\"x\")); Examine(this.two.Answer(\"x\")); } }")]
    [InlineData("class A { void M() { Examine(World.Client.Answer(\"x\")); Examine(World.Other.Answer(\"x\")); } }")]
    [InlineData("class A { IChat one = null!; IChat two = null!; void M() { Examine(Say(one)); Examine(Say(two)); } static string Say(IChat chat) => chat.Answer(\"x\"); }")]
    [InlineData("class A { static IChat Make(string id) => Client; void M() { var one = Make(\"small\"); var two = Make(\"large\"); Examine(one.Answer(\"x\")); Examine(two.Answer(\"x\")); } }")]
    [InlineData("using Microsoft.Extensions.DependencyInjection; class A([FromKeyedServices(\"writer\")] IChat one, [FromKeyedServices(\"judge\")] IChat two) { void M() { Examine(one.Answer(\"x\")); Examine(two.Answer(\"x\")); } }")]
    public void Different_clients_are_told_apart(string program)
    {
        var clients = Clients(program);
        Assert.All(clients, Assert.NotNull);
        Assert.Equal(2, clients.Distinct().Count());
    }

    [Theory]
    [InlineData("class A(IChat one) { void M() { Examine(one.Answer(\"x\")); var same = one; Examine(same.Answer(\"x\")); } }")]
    [InlineData("class A { IChat one = null!; void M() { Examine(one.Answer(\"x\")); Examine(Say(one)); } static string Say(IChat chat) => chat.Answer(\"x\"); }")]
    [InlineData("class A { static IChat Make(string id) => Client; void M() { var one = Make(\"small\"); var two = Make(\"small\"); Examine(one.Answer(\"x\")); Examine(two.Answer(\"x\")); } }")]
    [InlineData("using Microsoft.Extensions.DependencyInjection; class A { readonly IChat one; A([FromKeyedServices(\"judge\")] IChat given) { one = given; } void M(IServiceProvider services) { Examine(one.Answer(\"x\")); Examine(services.GetRequiredKeyedService<IChat>(\"judge\").Answer(\"x\")); } }")]
    public void The_same_client_is_one(string program) => Assert.Single(Clients(program).Distinct());
}
