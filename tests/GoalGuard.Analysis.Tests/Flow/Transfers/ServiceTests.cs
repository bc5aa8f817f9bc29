namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Services from elsewhere that keep what they are given: who asks them gets it back, in the same member or in another one.</summary>
public sealed class ServiceTests
{
    private const string Types = """
        interface IStore { string Last { get; } void Save(string given); Task SaveAsync(string given); Task<string> LoadAsync(); IReadOnlyList<string> All { get; } }
        class Store : IStore
        {
            private readonly List<string> _all = new();
            public string Last { get; private set; } = "";
            public IReadOnlyList<string> All => _all;
            public void Save(string given) { Last = given; _all.Add(given); }
            public async Task SaveAsync(string given) { await Task.Yield(); Save(given); }
            public async Task<string> LoadAsync() { await Task.Yield(); return Last; }
        }
        """;

    [Theory]
    [InlineData("_store.Save(text); Examine(_store.Last);", "partial class A { private readonly Store _store = new(); }")]
    [InlineData("_store.Save(text); Examine(_store.Last);", "partial class A { private readonly Store _store; public A(Store store) { _store = store; } }")]
    [InlineData("await _store.SaveAsync(text); Examine(await _store.LoadAsync());", "partial class A { private readonly Store _store; public A(Store store) { _store = store; } }")]
    [InlineData("_store.Save(text); Examine(_store.All[0]);", "partial class A { private readonly Store _store; public A(Store store) { _store = store; } }")]
    [InlineData("_store.Save(text); Examine(_store.Last);", "partial class A { private readonly IStore _store; public A(IStore store) { _store = store; } }")]
    [InlineData("await _store.SaveAsync(text); Examine(await _store.LoadAsync());", "partial class A { private readonly IStore _store; public A(IStore store) { _store = store; } }")]
    public void In_one_member(string statements, string declarations) => Asked.Arrives(statements, Types + declarations);

    [Theory]
    [InlineData("_store.Save(text);", "partial class A { private readonly Store _store = new(); void N() => Examine(_store.Last); }")]
    [InlineData("_store.Save(text);", "partial class A { private readonly Store _store; public A(Store store) { _store = store; } void N() => Examine(_store.Last); }")]
    [InlineData("await _store.SaveAsync(text);", "partial class A { private readonly Store _store; public A(Store store) { _store = store; } async Task N() => Examine(await _store.LoadAsync()); }")]
    [InlineData("_store.Save(text);", "partial class A { private readonly IStore _store; public A(IStore store) { _store = store; } } class User(IStore store) { void N() => Examine(store.Last); }")]
    [InlineData("await _store.SaveAsync(text);", "partial class A { private readonly IStore _store; public A(IStore store) { _store = store; } } class User(IStore store) { async Task N() => Examine(await store.LoadAsync()); }")]
    [InlineData("_store.Save(text);", "partial class A { private readonly IStore _store; public A(IStore store) { _store = store; } } class User(IStore store) { void N() { foreach (var said in store.All) { Examine(said); } } }")]
    public void Across_members(string statements, string declarations) => Asked.Arrives(statements, Types + declarations);

    [Theory]
    [InlineData("_store.Save(text);", "partial class A { private readonly Store _store = new(); void N() { var mine = new Other(); mine.Save(\"mine\"); Examine(mine.Last); } } class Other { public string Last = \"\"; public void Save(string t) => Last = t; }")]
    [InlineData("_store.Save(text); var store = new Store(); store.Save(\"mine\"); Examine(store.Last);", "partial class A { private readonly Store _store = new(); }")]
    public void Another_service_stays_away(string statements, string declarations) => Asked.StaysAway(statements, Types + declarations);
}
