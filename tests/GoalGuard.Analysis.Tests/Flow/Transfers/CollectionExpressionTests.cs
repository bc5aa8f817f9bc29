namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Collection expressions and spreads, and collections that are made of others once and never change.</summary>
public sealed class CollectionExpressionTests
{
    [Theory]
    [InlineData("HashSet<string> all = [text]; Examine(all.First());")]
    [InlineData("IEnumerable<string> all = [\"mine\", text]; foreach (var said in all) { Examine(said); }")]
    [InlineData("System.Collections.Immutable.ImmutableArray<string> all = [text]; Examine(all[0]);")]
    [InlineData("System.Collections.Immutable.ImmutableList<string> all = [\"mine\", text]; Examine(all[1]);")]
    [InlineData("char[] letters = [.. text]; Examine(new string(letters));")]
    [InlineData("string[] all = [.. chat.Answer(\"x\").Split(' '), \"mine\"]; Examine(all[0]);")]
    [InlineData("List<string> all = [\"mine\", .. from part in text.Split(' ') select part.Trim()]; Examine(all[1]);")]
    [InlineData("string[][] nested = [[\"mine\"], [text]]; Examine(nested[1][0]);")]
    [InlineData("Span<string> all = [text]; Examine(all[0]);")]
    [InlineData("Use([\"mine\", text]); static void Use(List<string> all) { foreach (var said in all) { Examine(said); } }")]
    [InlineData("Use(\"mine\", text); static void Use(params ReadOnlySpan<string> all) { foreach (var said in all) { Examine(said); } }")]
    [InlineData("(string Said, int N)[] all = [(text, 1)]; Examine(all[0].Said);")]
    [InlineData("List<string> all = Coin() ? [text] : []; Examine(all[0]);")]
    [InlineData("Examine(new Command { Arguments = [\"-c\", text] }.Arguments[1]);")]
    [InlineData("var command = new Command { Arguments = [\"-c\"] }; command = command with { Arguments = [.. command.Arguments, text] }; Examine(command.Arguments[1]);")]
    public void What_is_listed_arrives(string statements) => Asked.Arrives(statements, "record Command { public List<string> Arguments { get; init; } = []; }");

    [Theory]
    [InlineData("Examine(new Dictionary<string, string> { [\"k\"] = text }.ToFrozenDictionary()[\"k\"]);")]
    [InlineData("Examine(new[] { text }.ToFrozenSet().First());")]
    [InlineData("Examine(new[] { text }.ToFrozenDictionary(t => \"k\", t => t.Trim())[\"k\"]);")]
    [InlineData("Examine(new[] { text }.ToImmutableArray()[0]);")]
    [InlineData("Examine(new[] { text }.ToImmutableList().Add(\"mine\")[0]);")]
    [InlineData("Examine(new[] { text }.ToImmutableDictionary(t => \"k\")[\"k\"]);")]
    [InlineData("Examine(ImmutableDictionary<string, string>.Empty.SetItem(\"k\", text)[\"k\"]);")]
    [InlineData("Examine(ImmutableQueue<string>.Empty.Enqueue(text).Peek());")]
    [InlineData("var rest = ImmutableQueue.Create(text).Dequeue(out var said); Examine(said);")]
    [InlineData("Examine(ImmutableStack<string>.Empty.Push(text).Peek());")]
    [InlineData("Examine(ImmutableHashSet.Create(text).First());")]
    [InlineData("Examine(ImmutableSortedDictionary<string, string>.Empty.Add(\"k\", text)[\"k\"]);")]
    [InlineData("var all = new OrderedDictionary<string, string> { [\"k\"] = text }; Examine(all[\"k\"]);")]
    [InlineData("var all = new OrderedDictionary<string, string>(); all.Add(\"k\", text); Examine(all.GetAt(0).Value);")]
    [InlineData("Examine(new ArraySegment<string>(new[] { text })[0]);")]
    [InlineData("Examine(new System.Collections.ObjectModel.ReadOnlyCollection<string>(new List<string> { text })[0]);")]
    [InlineData("Examine(new System.Collections.ObjectModel.ReadOnlyDictionary<string, string>(new Dictionary<string, string> { [\"k\"] = text })[\"k\"]);")]
    [InlineData("Memory<string> all = new[] { text }; Examine(all.Span[0]);")]
    [InlineData("Examine(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(new List<string> { text })[0]);")]
    [InlineData("ImmutableInterlocked.Update(ref Last.All, all => all.Add(text)); Examine(Last.All[0]);")]
    [InlineData("var lookup = new Dictionary<string, string> { [\"k\"] = text }.GetAlternateLookup<ReadOnlySpan<char>>(); Examine(lookup[\"k\"]);")]
    public void What_a_finished_collection_was_made_of_arrives(string statements) => Asked.Arrives(
        statements, "static class Last { public static ImmutableList<string> All = ImmutableList<string>.Empty; }", "using System.Collections.Frozen; using System.Collections.Immutable;");

    [Theory]
    [InlineData("string[] all = [\"mine\"]; string[] other = [.. all, text]; Examine(all[0]);")]
    [InlineData("(string Said, string Mine)[] all = [(text, \"mine\")]; Examine(all[0].Mine);")]
    [InlineData("var all = ImmutableList.Create(\"mine\"); var other = all.Add(text); Examine(all[0]);")]
    public void Another_collection_stays_away(string statements) => Asked.StaysAway(statements, "", "using System.Collections.Immutable;");
}
