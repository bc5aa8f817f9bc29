namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Arrays and collections: what is put in comes out, of the element, the value or the key that it was put in as.</summary>
public sealed class CollectionTests
{
    [Theory]
    [InlineData("var array = new[] { \"mine\", text }; Examine(array[1]);")]
    [InlineData("string[] array = { text }; Examine(array[0]);")]
    [InlineData("var array = new string[2]; array[0] = text; Examine(array[0]);")]
    [InlineData("var array = new string[2]; array[0] += text; Examine(array[0]);")]
    [InlineData("var array = new[] { text }; Examine(array[^1]);")]
    [InlineData("var array = new[] { text }; Examine(array[..1][0]);")]
    [InlineData("var array = new[] { text, \"\" }; foreach (var item in array[1..]) { Examine(item); }")]
    [InlineData("var jagged = new[] { new[] { text } }; Examine(jagged[0][0]);")]
    [InlineData("var jagged = new string[2][]; jagged[0] = new[] { text }; Examine(jagged[0][0]);")]
    [InlineData("var jagged = new string[2][]; jagged[0] = new string[1]; jagged[0][0] = text; Examine(jagged[0][0]);")]
    [InlineData("var square = new string[2, 2]; square[0, 1] = text; Examine(square[0, 1]);")]
    [InlineData("var square = new[,] { { \"mine\", text } }; Examine(square[0, 1]);")]
    [InlineData("string[] array = [\"mine\", text]; Examine(array[0]);")]
    [InlineData("List<string> list = [\"mine\", text]; Examine(list[0]);")]
    [InlineData("string[] first = [text]; string[] all = [\"mine\", .. first]; Examine(all[0]);")]
    [InlineData("List<string> first = [text]; IReadOnlyList<string> all = [.. first, \"mine\"]; Examine(all[0]);")]
    [InlineData("ReadOnlySpan<string> all = [text]; var said = all[0]; Examine(said);")]
    [InlineData("var said = string.Concat(All(\"a\", text)); Examine(said); static string[] All(params string[] items) => items;")]
    [InlineData("var said = Last(\"a\", text); Examine(said); static string Last(params IEnumerable<string> items) => items.Last();")]
    [InlineData("var copy = (string[])new[] { text }.Clone(); Examine(copy[0]);")]
    [InlineData("var to = new string[1]; Array.Copy(new[] { text }, to, 1); Examine(to[0]);")]
    [InlineData("var to = new string[1]; new[] { text }.CopyTo(to, 0); Examine(to[0]);")]
    [InlineData("Examine(Array.Find(new[] { text }, t => t != \"\")!);")]
    [InlineData("Examine(Array.ConvertAll(new[] { text }, t => t.Trim())[0]);")]
    [InlineData("Array.ForEach(new[] { text }, t => Examine(t));")]
    [InlineData("var array = new string[1]; Array.Fill(array, text); Examine(array[0]);")]
    [InlineData("var array = new[] { text }; Array.Resize(ref array, 3); Examine(array[0]);")]
    [InlineData("var array = new[] { text }; Array.Sort(array); Array.Reverse(array); Examine(array[0]);")]
    public void An_element_of_an_array_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("var list = new List<string>(); list.Add(text); Examine(list[0]);")]
    [InlineData("var list = new List<string> { \"mine\", text }; foreach (var item in list) { Examine(item); }")]
    [InlineData("var list = new List<string>(); list.AddRange(new[] { text }); Examine(list[0]);")]
    [InlineData("var list = new List<string>(); list.Insert(0, text); Examine(list[0]);")]
    [InlineData("var list = new List<string>(new[] { text }); Examine(list.Find(t => t != \"\")!);")]
    [InlineData("var list = new List<string> { \"\" }; list[0] = text; Examine(list[^1]);")]
    [InlineData("var list = new List<string> { text }; list.ForEach(t => Examine(t));")]
    [InlineData("var list = new List<string> { text }; Examine(list.ConvertAll(t => t.Trim())[0]);")]
    [InlineData("var list = new List<string> { text }; Examine(list.GetRange(0, 1)[0]);")]
    [InlineData("var list = new List<string> { text }; Examine(list.Slice(0, 1)[0]);")]
    [InlineData("var list = new List<string> { text }; Examine(list.AsReadOnly()[0]);")]
    [InlineData("IList<string> list = new List<string>(); list.Add(text); Examine(list[0]);")]
    [InlineData("ICollection<string> list = new List<string>(); list.Add(text); Examine(list.First());")]
    [InlineData("var list = new List<List<string>> { new() { text } }; Examine(list[0][0]);")]
    [InlineData("var list = new System.Collections.ArrayList(); list.Add(text); Examine(list[0]!);")]
    [InlineData("var list = new System.Collections.ObjectModel.ObservableCollection<string>(); list.Add(text); Examine(list[0]);")]
    [InlineData("var set = new HashSet<string>(); set.Add(text); Examine(set.First());")]
    [InlineData("var set = new HashSet<string> { text }; foreach (var item in set) { Examine(item); }")]
    [InlineData("var set = new HashSet<string>(); set.UnionWith(new[] { text }); Examine(set.First());")]
    [InlineData("var set = new HashSet<string> { text }; if (set.TryGetValue(\"a\", out var said)) { Examine(said); }")]
    [InlineData("var set = new SortedSet<string> { text }; Examine(set.Min!);")]
    [InlineData("var queue = new Queue<string>(); queue.Enqueue(text); Examine(queue.Dequeue());")]
    [InlineData("var queue = new Queue<string>(); queue.Enqueue(text); if (queue.TryDequeue(out var said)) { Examine(said); }")]
    [InlineData("var queue = new Queue<string>(new[] { text }); Examine(queue.Peek());")]
    [InlineData("var queue = new Queue<string>(); queue.Enqueue(text); while (queue.Count > 0) { Examine(queue.Dequeue()); }")]
    [InlineData("var stack = new Stack<string>(); stack.Push(text); Examine(stack.Pop());")]
    [InlineData("var stack = new Stack<string>(); stack.Push(text); if (stack.TryPop(out var said)) { Examine(said); }")]
    [InlineData("var queue = new PriorityQueue<string, int>(); queue.Enqueue(text, 1); Examine(queue.Dequeue());")]
    [InlineData("var queue = new PriorityQueue<string, int>(); queue.Enqueue(text, 1); if (queue.TryDequeue(out var said, out _)) { Examine(said); }")]
    [InlineData("var queue = new PriorityQueue<string, int>(); queue.Enqueue(text, 1); Examine(queue.UnorderedItems.First().Element);")]
    [InlineData("var list = new LinkedList<string>(); list.AddLast(text); Examine(list.First!.Value);")]
    [InlineData("var list = new LinkedList<string>(); list.AddFirst(text); foreach (var item in list) { Examine(item); }")]
    [InlineData("var list = new LinkedList<string>(); list.AddLast(\"a\"); list.AddLast(text); Examine(list.First!.Next!.Value);")]
    [InlineData("var queue = new ConcurrentQueue<string>(); queue.Enqueue(text); if (queue.TryDequeue(out var said)) { Examine(said); }")]
    [InlineData("var bag = new ConcurrentBag<string>(); bag.Add(text); if (bag.TryTake(out var said)) { Examine(said); }")]
    [InlineData("var bag = new ConcurrentBag<string> { text }; foreach (var item in bag) { Examine(item); }")]
    [InlineData("var stack = new ConcurrentStack<string>(); stack.Push(text); if (stack.TryPop(out var said)) { Examine(said); }")]
    [InlineData("using var queue = new BlockingCollection<string>(); queue.Add(text); Examine(queue.Take());")]
    [InlineData("using var queue = new BlockingCollection<string>(); queue.Add(text); foreach (var item in queue.GetConsumingEnumerable()) { Examine(item); }")]
    [InlineData("var array = System.Collections.Immutable.ImmutableArray.Create(text); Examine(array[0]);")]
    [InlineData("var array = System.Collections.Immutable.ImmutableArray<string>.Empty.Add(text); Examine(array[0]);")]
    [InlineData("var builder = System.Collections.Immutable.ImmutableArray.CreateBuilder<string>(); builder.Add(text); Examine(builder.ToImmutable()[0]);")]
    [InlineData("var list = System.Collections.Immutable.ImmutableList.Create(\"a\", text); Examine(list[0]);")]
    [InlineData("var builder = System.Collections.Immutable.ImmutableList.CreateBuilder<string>(); builder.AddRange(new[] { text }); Examine(builder.ToImmutable()[0]);")]
    [InlineData("var list = System.Linq.Enumerable.Empty<string>().Append(text).ToList(); Examine(list[0]);")]
    [InlineData("var list = System.Collections.Immutable.ImmutableArray.CreateRange(new[] { text }); Examine(list[0]);")]
    [InlineData("var bag = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(\"k\", text); Examine(bag[\"k\"]);")]
    public void An_element_of_a_collection_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("var map = new Dictionary<string, string>(); map[\"k\"] = text; Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string>(); map.Add(\"k\", text); Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string> { { \"k\", text } }; Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; if (map.TryGetValue(\"k\", out var said)) { Examine(said); }")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; Examine(map.GetValueOrDefault(\"k\")!);")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; Examine(map.Values.First());")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; foreach (var pair in map) { Examine(pair.Value); }")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; foreach (var (key, value) in map) { Examine(value); }")]
    [InlineData("var map = new Dictionary<string, string> { [text] = \"mine\" }; Examine(map.Keys.First());")]
    [InlineData("var map = new Dictionary<string, string> { [text] = \"mine\" }; foreach (var pair in map) { Examine(pair.Key); }")]
    [InlineData("var map = new Dictionary<string, string>(); map.Add(text, \"mine\"); foreach (var (key, value) in map) { Examine(key); }")]
    [InlineData("var map = new Dictionary<string, string>(); map.TryAdd(\"k\", text); Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string>(); map[\"k\"] = text; if (map.Remove(\"k\", out var said)) { Examine(said); }")]
    [InlineData("var map = new Dictionary<string, List<string>>(); map[\"k\"] = new() { text }; Examine(map[\"k\"][0]);")]
    [InlineData("var map = new Dictionary<string, List<string>> { [\"k\"] = new() }; map[\"k\"].Add(text); Examine(map[\"k\"][0]);")]
    [InlineData("var copy = new Dictionary<string, string>(new Dictionary<string, string> { [\"k\"] = text }); Examine(copy[\"k\"]);")]
    [InlineData("IDictionary<string, object> map = new Dictionary<string, object>(); map[\"k\"] = text; Examine(map[\"k\"]);")]
    [InlineData("IReadOnlyDictionary<string, string> map = new Dictionary<string, string> { [\"k\"] = text }; Examine(map[\"k\"]);")]
    [InlineData("var map = new SortedDictionary<string, string> { [\"k\"] = text }; Examine(map[\"k\"]);")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); map[\"k\"] = text; Examine(map[\"k\"]);")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); Examine(map.GetOrAdd(\"k\", text));")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); Examine(map.GetOrAdd(\"k\", _ => chat.Answer(\"x\")));")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); map.GetOrAdd(\"k\", _ => text); Examine(map[\"k\"]);")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); Examine(map.GetOrAdd(text, key => key.Trim()));")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); Examine(map.AddOrUpdate(\"k\", \"a\", (_, old) => old + text));")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); map.AddOrUpdate(\"k\", text, (_, old) => old); Examine(map[\"k\"]);")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); map.TryAdd(\"k\", text); if (map.TryRemove(\"k\", out var said)) { Examine(said); }")]
    [InlineData("var map = new System.Collections.Specialized.NameValueCollection(); map.Add(\"k\", text); Examine(map[\"k\"]!);")]
    [InlineData("var map = new System.Collections.Hashtable(); map[\"k\"] = text; Examine(map[\"k\"]!);")]
    [InlineData("ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(new Dictionary<string, string>(), \"k\", out _); slot = text; Examine(slot);")]
    public void A_value_or_key_of_a_dictionary_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("var list = Made(text); Examine(list[0]);", "partial class A { static List<string> Made(string given) { var made = new List<string>(); made.Add(given); return made; } }")]
    [InlineData("var list = new List<string>(); Fill(list, text); Examine(list[0]);", "partial class A { static void Fill(List<string> list, string given) => list.Add(given); }")]
    [InlineData("var map = new Dictionary<string, string>(); Fill(map, text); Examine(map[\"k\"]);", "partial class A { static void Fill(IDictionary<string, string> map, string given) => map[\"k\"] = given; }")]
    [InlineData("_list.Add(text); Examine(_list[0]);", "partial class A { private readonly List<string> _list = new(); }")]
    [InlineData("_list.Add(text);", "partial class A { private readonly List<string> _list = new(); void N() => Examine(_list[0]); }")]
    [InlineData("_map[\"k\"] = text;", "partial class A { private readonly Dictionary<string, string> _map = new(); void N() => Examine(_map[\"k\"]); }")]
    [InlineData("_queue.Enqueue(text);", "partial class A { private readonly Queue<string> _queue = new(); void N() => Examine(_queue.Dequeue()); }")]
    [InlineData("_queue.Enqueue(text);", "partial class A { private readonly ConcurrentQueue<string> _queue = new(); void N() { while (_queue.TryDequeue(out var said)) { Examine(said); } } }")]
    [InlineData("_stack.Push(text);", "partial class A { private readonly Stack<string> _stack = new(); void N() => Examine(_stack.Pop()); }")]
    [InlineData("_queue.Add(text);", "partial class A { private readonly BlockingCollection<string> _queue = new(); void N() => Examine(_queue.Take()); }")]
    [InlineData("_queue.Enqueue(text, 1);", "partial class A { private readonly PriorityQueue<string, int> _queue = new(); void N() => Examine(_queue.Dequeue()); }")]
    [InlineData("_list.AddLast(text);", "partial class A { private readonly LinkedList<string> _list = new(); void N() => Examine(_list.First!.Value); }")]
    [InlineData("_map.AddOrUpdate(\"k\", text, (_, old) => old);", "partial class A { private readonly ConcurrentDictionary<string, string> _map = new(); void N() => Examine(_map[\"k\"]); }")]
    [InlineData("var own = new Own(); own[\"k\"] = text; Examine(own[\"k\"]);", "class Own { private readonly Dictionary<string, string> _map = new(); public string this[string key] { get => _map[key]; set => _map[key] = value; } }")]
    [InlineData("var own = new Own(); own[1] = text; Examine(own[1]);", "class Own { private string _said = \"\"; public string this[int index] { get => _said; set => _said = value; } }")]
    [InlineData("var own = new Own(); own.Add(text); Examine(own[0]);", "class Own : List<string>;")]
    public void Through_an_own_member(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var bag = new Bag { text }; Examine(bag.Last);")]
    [InlineData("var bag = new Bag { \"mine\", text }; foreach (var item in bag) { Examine(item); }")]
    [InlineData("Bag bag = new() { text }; Show(bag);")]
    [InlineData("Show(new Bag { text });")]
    [InlineData("var bag = new Bag { { \"k\", text } }; Examine(bag.Last);")]
    [InlineData("var bag = new Bag { [\"k\"] = text }; Examine(bag.Last);")]
    [InlineData("var bag = new Bag { [\"k\"] = text }; Examine(bag[\"k\"]);")]
    [InlineData("var outer = new Outer { Bag = { text } }; Examine(outer.Bag.Last);")]
    [InlineData("var outer = new Outer { Bag = new() { text } }; Examine(outer.Bag.Last);")]
    [InlineData("var bag = new Far { text }; Examine(bag.Items[0]);")]
    [InlineData("var bag = new Chained().Add(text); Examine(bag.Items[0]);")]
    public void What_an_own_collection_is_made_of_arrives(string statements) => Asked.Arrives(statements, """
        class Bag : IEnumerable<string>
        {
            private readonly List<string> _all = new();
            public string Last { get; private set; } = "";
            public string this[string key] { get => Last; set => Last = value; }
            public void Add(string item) { _all.Add(item); Last = item; }
            public void Add(string key, string item) { Last = item; }
            public IEnumerator<string> GetEnumerator() => _all.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        class Far : System.Collections.IEnumerable
        {
            public List<string> Items { get; } = new();
            public System.Collections.IEnumerator GetEnumerator() => Items.GetEnumerator();
        }
        static class Fars { public static void Add(this Far far, string item) => far.Items.Add(item); }
        class Chained { public List<string> Items { get; } = new(); public Chained Add(string item) { Items.Add(item); return this; } }
        class Outer { public Bag Bag { get; init; } = new(); }
        partial class A { static void Show(Bag bag) => Examine(bag.Last); }
        """);

    [Theory]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; Examine(map.Keys.First());")]
    [InlineData("var map = new Dictionary<string, string> { [text] = \"mine\" }; Examine(map[\"k\"]);")]
    [InlineData("var map = new Dictionary<string, string> { [text] = \"mine\" }; Examine(map.Values.First());")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = \"mine\" }; Examine(map[text]);")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = \"mine\" }; if (map.TryGetValue(text, out var mine)) { Examine(mine); }")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; foreach (var pair in map) { Examine(pair.Key); }")]
    [InlineData("var map = new Dictionary<string, string> { [\"k\"] = text }; foreach (var (key, value) in map) { Examine(key); }")]
    [InlineData("var map = new Dictionary<string, string> { [text] = \"mine\" }; foreach (var pair in map) { Examine(pair.Value); }")]
    [InlineData("var array = new[] { \"mine\" }; Examine(array[text.Length]);")]
    [InlineData("var array = new[] { \"mine\" }; Examine(array[int.Parse(text)]);")]
    [InlineData("var list = new List<string> { text }; var other = new List<string> { \"mine\" }; Examine(other[0]);")]
    [InlineData("var list = new List<string> { text }; list = new List<string> { \"mine\" }; Examine(list[0]);")]
    [InlineData("var map = new ConcurrentDictionary<string, string>(); Examine(map.GetOrAdd(text, _ => \"mine\"));")]
    [InlineData("var queue = new PriorityQueue<string, string>(); queue.Enqueue(\"mine\", text); Examine(queue.Dequeue());")]
    public void Another_element_stays_away(string statements) => Asked.StaysAway(statements);

    [Theory]
    [InlineData("var set = new HashSet<string> { text }; Examine(set.Contains(\"a\"));")]
    public void A_number_arrives_as_one(string statements) => Asked.ArrivesAsNumber(statements);
}
