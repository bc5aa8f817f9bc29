namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Extension members, operators, conversions.</summary>
public sealed class ExtensionTests
{
    [Theory]
    [InlineData("Examine(text.Clean());", "static class Texts { public static string Clean(this string given) => given.Trim(); }")]
    [InlineData("text.Show();", "static class Texts { public static void Show(this string given) => Examine(given); }")]
    [InlineData("Examine(Texts.Clean(text));", "static class Texts { public static string Clean(this string given) => given.Trim(); }")]
    [InlineData("Examine(\"a\".Then(text));", "static class Texts { public static string Then(this string given, string more) => given + more; }")]
    [InlineData("Examine(chat.Ask(\"x\"));", "static class Chats { public static string Ask(this IChat chat, string question) => chat.Answer(question); }")]
    [InlineData("Examine(await chat.AnswerAsync(\"x\").Then(t => t.Trim()));", "static class Tasks { public static async Task<R> Then<T, R>(this Task<T> task, Func<T, R> next) => next(await task); }")]
    [InlineData("Examine(text.Clean());", "static class Texts { extension(string given) { public string Clean() => given.Trim(); } }")]
    [InlineData("Examine(text.Cleaned);", "static class Texts { extension(string given) { public string Cleaned => given.Trim(); } }")]
    [InlineData("text.Show(\"a\");", "static class Texts { extension(string given) { public void Show(string prefix) => Examine(prefix + given); } }")]
    [InlineData("Examine(\"a\".Then(text));", "static class Texts { extension(string given) { public string Then(string more) => given + more; } }")]
    [InlineData("Examine(string.Twice(text));", "static class Texts { extension(string) { public static string Twice(string given) => given + given; } }")]
    [InlineData("Examine(new List<string> { text }.Second);", "static class Lists { extension<T>(IEnumerable<T> all) { public T Second => all.ElementAt(1); } }")]
    [InlineData("var box = new Box(); box.Twice = text; Examine(box.Said);", "class Box { public string Said = \"\"; } static class Boxes { extension(Box box) { public string Twice { get => box.Said; set => box.Said = value + value; } } }")]
    public void Through_an_extension(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Word word = text; Examine(word.Said);")]
    [InlineData("Examine(((Word)text).Said);")]
    [InlineData("string said = new Word(text); Examine(said);")]
    [InlineData("Examine((new Word(\"a\") + new Word(text)).Said);")]
    [InlineData("Examine((new Word(\"a\") + text).Said);")]
    [InlineData("Examine((!new Word(text)).Said);")]
    [InlineData("var word = new Word(\"a\"); word += new Word(text); Examine(word.Said);")]
    [InlineData("var word = new Word(text); word++; Examine(word.Said);")]
    [InlineData("Examine(new Word(text)[0]);")]
    [InlineData("Examine(new Word(text)[0..]);")]
    [InlineData("if (new Word(text)) { Examine(text); }")]
    [InlineData("Show(text); static void Show(Word word) => Examine(word.Said);")]
    public void Through_an_operator_or_conversion(string statements) => Asked.Arrives(statements, """
        record Word(string Said)
        {
            public static implicit operator Word(string given) => new(given);
            public static implicit operator string(Word word) => word.Said;
            public static Word operator +(Word left, Word right) => new(left.Said + right.Said);
            public static Word operator !(Word word) => new(word.Said.Trim());
            public static Word operator ++(Word word) => new(word.Said + "!");
            public static bool operator true(Word word) => word.Said != "";
            public static bool operator false(Word word) => word.Said == "";
            public string this[int index] => Said.Substring(index, 1);
            public string this[Range range] => Said[range];
        }
        """);

    [Theory]
    [InlineData("Examine(new Own(text).Said);", "class Own(string said) { public string Said => said; }")]
    [InlineData("Examine(new Own(text).Said);", "class Own(string said) { public string Said { get; } = said.Trim(); }")]
    [InlineData("new Own(text).Show();", "class Own(string said) { public void Show() => Examine(said); }")]
    [InlineData("Examine(new Own(text).Said);", "class Own { public Own(string said) { Said = said; } public string Said { get; } }")]
    [InlineData("Examine(new Own(text).Said);", "class Own { private readonly string _said; public Own(string said) => _said = said; public string Said => _said; }")]
    [InlineData("Examine(new Own(text).Said);", "class Base(string said) { public string Said => said; } class Own(string given) : Base(given);")]
    [InlineData("Examine(new Own(text).Said);", "class Base { protected readonly string Kept; protected Base(string said) { Kept = said; } } class Own : Base { public Own(string given) : base(given) { } public string Said => Kept; }")]
    [InlineData("Examine(new Own(text).Said);", "class Own { public Own(string said) : this(said, 1) { } private Own(string said, int n) { Said = said; } public string Said { get; } }")]
    [InlineData("Examine(new Own { Said = text }.Said);", "class Own { public required string Said { get; init; } }")]
    [InlineData("Examine(new Own { Said = text }.Said);", "class Own { public string Said { get => field; set => field = value.Trim(); } = \"\"; }")]
    [InlineData("Examine(new Own { Said = text }.Said);", "class Own { private string _said = \"\"; public string Said { get { return _said; } set { _said = value ?? \"\"; } } }")]
    [InlineData("var own = new Own(); own.Inner.Said = text; Examine(own.Inner.Said);", "class Inner { public string Said { get; set; } = \"\"; } class Own { public Inner Inner { get; } = new(); }")]
    [InlineData("var own = new Own { Inner = { Said = text } }; Examine(own.Inner.Said);", "class Inner { public string Said { get; set; } = \"\"; } class Own { public Inner Inner { get; } = new(); }")]
    [InlineData("Last = text; Examine(Last);", "partial class A { static string Last = \"\"; }")]
    [InlineData("Last = text;", "partial class A { static string Last = \"\"; static void N() => Examine(Last); }")]
    [InlineData("State.Last = text;", "static class State { public static string Last { get; set; } = \"\"; } class User { void N() => Examine(State.Last); }")]
    [InlineData("_last = text;", "partial class A { private string _last = \"\"; void N() => Examine(_last); }")]
    [InlineData("Last = text;", "partial class A { public string Last { get; private set; } = \"\"; void N() => Examine(Last); }")]
    [InlineData("_last = text;", "partial class A { private string _last = \"\"; public string Last => _last; } class User { void N(A a) => Examine(a.Last); }")]
    [InlineData("_state.Last = text;", "class State { public string Last = \"\"; } partial class A { private readonly State _state = new(); void N() => Examine(_state.Last); }")]
    [InlineData("_history.Add((\"q\", text));", "partial class A { private readonly List<(string Asked, string Said)> _history = new(); void N() => Examine(_history[^1].Said); }")]
    [InlineData("_pair = (\"q\", text);", "partial class A { private (string Asked, string Said) _pair; void N() => Examine(_pair.Said); }")]
    public void Through_constructors_members_and_state(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("Examine(new Own(text, \"mine\").Mine);", "class Own(string said, string mine) { public string Said => said; public string Mine => mine; }")]
    [InlineData("Examine(new Own(text, \"mine\").Mine);", "class Own { public Own(string said, string mine) { Said = said; Mine = mine; } public string Said { get; } public string Mine { get; } }")]
    [InlineData("Examine(\"mine\".First(text));", "static class Texts { public static string First(this string given, string more) => given; }")]
    [InlineData("Examine(\"mine\".First(text));", "static class Texts { extension(string given) { public string First(string more) => given; } }")]
    [InlineData("_last = text; _mine = \"mine\";", "partial class A { private string _last = \"\", _mine = \"\"; void N() => Examine(_mine); }")]
    [InlineData("_pair = (\"mine\", text);", "partial class A { private (string Asked, string Said) _pair; void N() => Examine(_pair.Asked); }")]
    public void Another_member_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
