namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Members that keep what they are given, whatever they give back: nothing, a task, a truth, the object itself.</summary>
public sealed class SetterTests
{
    private const string Box = """
        class Box : IDisposable
        {
            public string Value { get; private set; } = ""; public List<string> All { get; } = new();
            public void Set(string value) => Value = value;
            public Task SetAsync(string value) { Value = value; return Task.CompletedTask; }
            public async Task LaterAsync(string value) { await Task.Yield(); Value = value; }
            public async ValueTask SetValueAsync(string value) { await Task.Yield(); Value = value; }
            public async Task<bool> TrySetAsync(string value) { await Task.Yield(); Value = value; return true; }
            public bool TrySet(string value) { Value = value; return value != ""; }
            public int Count(string value) { Value = value; return 1; }
            public async Task AddAsync(string value) { await Task.Yield(); All.Add(value); }
            public async Task ThroughAsync(string value) { await LaterAsync(value); Set(value); }
            public void Ask() => Value = World.Client.Answer("x");
            public async Task AskAsync(IChat chat) { Value = await chat.AnswerAsync("x"); }
            public string Joined() => string.Join(",", All);
            public void Dispose() { }
        }
        partial class A { private static async Task Show(Box box) { await Task.Yield(); Examine(box.Value); } }
        """;

    [Theory]
    [InlineData("var box = new Box(); box.Set(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.AddAsync(text); Examine(box.Joined());")]
    [InlineData("var box = new Box(); await box.SetAsync(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.LaterAsync(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.LaterAsync(text).ConfigureAwait(false); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.SetValueAsync(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); if (await box.TrySetAsync(text)) { Examine(box.Value); }")]
    [InlineData("var box = new Box(); if (box.TrySet(text)) { Examine(box.Value); }")]
    [InlineData("var box = new Box(); var n = box.Count(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); var task = box.SetAsync(text); await task; Examine(box.Value);")]
    [InlineData("var box = new Box(); await Task.WhenAll(box.SetAsync(text), Task.CompletedTask); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.AddAsync(text); Examine(box.All[0]);")]
    [InlineData("Box box = new(); await box.SetAsync(text); await Show(box);")]
    [InlineData("using var box = new Box(); await box.SetAsync(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.ThroughAsync(text); Examine(box.Value);")]
    [InlineData("var box = new Box(); box.Ask(); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.AskAsync(chat); Examine(box.Value);")]
    public void What_is_kept_arrives(string statements) => Asked.Arrives(statements, Box);

    [Theory]
    [InlineData("var box = new Box(); var other = new Box(); await other.SetAsync(text); await box.SetAsync(\"mine\"); Examine(box.Value);")]
    [InlineData("var box = new Box(); await box.SetAsync(text); await box.SetAsync(\"mine\"); Examine(box.Value);")]
    public void Another_object_stays_away(string statements) =>
        Asked.StaysAway(statements, "class Box { public string Value { get; private set; } = \"\"; public async Task SetAsync(string value) { await Task.Yield(); Value = value; } }");
}
