namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Generic members and types, and dispatch through them.</summary>
public sealed class GenericTests
{
    [Theory]
    [InlineData("Examine(Same(text));", "partial class A { static T Same<T>(T given) => given; }")]
    [InlineData("Examine(First(new List<string> { text }));", "partial class A { static T First<T>(IEnumerable<T> all) { foreach (var one in all) { return one; } return default!; } }")]
    [InlineData("Examine(Map(text, t => t.Trim()));", "partial class A { static R Map<T, R>(T given, Func<T, R> map) => map(given); }")]
    [InlineData("Show(text);", "partial class A { static void Show<T>(T given) where T : class => Examine(given); }")]
    [InlineData("Examine(new Box<string>(text).Value);", "class Box<T>(T value) { public T Value { get; } = value; }")]
    [InlineData("Examine(new Box<string>(text).Get());", "class Box<T> { private readonly T _value; public Box(T value) { _value = value; } public T Get() => _value; }")]
    [InlineData("var box = new Box<string>(); box.Value = text; Examine(box.Value!);", "class Box<T> { public T? Value { get; set; } }")]
    [InlineData("var box = new Box<string>(); box.Set(text); Examine(box.Value!);", "class Box<T> { public T? Value { get; private set; } public void Set(T value) => Value = value; }")]
    [InlineData("var box = new Box<string>(text); Examine(box.Map(t => t.Trim()).Value);", "record Box<T>(T Value) { public Box<R> Map<R>(Func<T, R> map) => new(map(Value)); }")]
    [InlineData("Examine(Box.Of(text).Value);", "record Box<T>(T Value); static class Box { public static Box<T> Of<T>(T value) => new(value); }")]
    [InlineData("Result<string> result = Result<string>.Ok(text); if (result.IsOk) { Examine(result.Value!); }", "record Result<T>(bool IsOk, T? Value, string? Error) { public static Result<T> Ok(T value) => new(true, value, null); public static Result<T> Fail(string error) => new(false, default, error); }")]
    [InlineData("IStep<string> step = new Trim(); Examine(step.Run(text));", "interface IStep<T> { T Run(T given); } class Trim : IStep<string> { public string Run(string given) => given.Trim(); }")]
    [InlineData("Examine(Apply(new Trim(), text));", "interface IStep<T> { T Run(T given); } class Trim : IStep<string> { public string Run(string given) => given.Trim(); } partial class A { static T Apply<S, T>(S step, T given) where S : IStep<T> => step.Run(given); }")]
    [InlineData("Shape shape = new Circle(); shape.Draw(text);", "abstract class Shape { public abstract void Draw(string given); } class Circle : Shape { public override void Draw(string given) => Examine(given); }")]
    [InlineData("Base thing = new Derived(); Examine(thing.Name(text));", "class Base { public virtual string Name(string given) => \"mine\"; } class Derived : Base { public override string Name(string given) => base.Name(given) + given; }")]
    [InlineData("IShow show = new Show(); show.Run(text);", "interface IShow { void Run(string given) => Examine(given); } class Show : IShow;")]
    [InlineData("IShow show = new Show(); show.Run(text);", "interface IShow { void Run(string given) => Inner(given); void Inner(string given); } class Show : IShow { void IShow.Inner(string given) => Examine(given); }")]
    [InlineData("var chain = new Chain(); Examine(chain.Add(\"a\").Add(text).Text);", "class Chain { public string Text { get; private set; } = \"\"; public Chain Add(string given) { Text += given; return this; } }")]
    [InlineData("Examine(((IHas)new Has(text)).Said);", "interface IHas { string Said { get; } } class Has(string said) : IHas { public string Said => said; }")]
    [InlineData("dynamic any = text; Examine((object)any.Trim());", "")]
    [InlineData("dynamic any = text; Examine((string)any);", "")]
    [InlineData("unsafe { fixed (char* at = text) { Examine(new string(at)); } }", "")]
    [InlineData("Examine(Apply<Trim>(text));", "interface IStep { static abstract string Run(string given); } class Trim : IStep { public static string Run(string given) => given.Trim(); } partial class A { static string Apply<S>(string given) where S : IStep => S.Run(given); }")]
    [InlineData("Apply<Shower>(text);", "interface IShow { static abstract void Show(string given); } class Shower : IShow { public static void Show(string given) => Examine(given); } partial class A { static void Apply<S>(string given) where S : IShow => S.Show(given); }")]
    [InlineData("Examine(Parse<Word>(text).Said);", "interface IParse<T> where T : IParse<T> { static abstract T Parse(string given); } record Word(string Said) : IParse<Word> { public static Word Parse(string given) => new(given); } partial class A { static T Parse<T>(string given) where T : IParse<T> => T.Parse(given); }")]
    [InlineData("Examine(Parse<Word>(text).Said);", "record Word(string Said) : IParsable<Word> { public static Word Parse(string s, IFormatProvider? provider) => new(s); public static bool TryParse(string? s, IFormatProvider? provider, out Word result) { result = new(s ?? \"\"); return true; } } partial class A { static T Parse<T>(string given) where T : IParsable<T> => T.Parse(given, null); }")]
    [InlineData("Examine(Add(new Word(\"a\"), new Word(text)).Said);", "interface IAdd<T> where T : IAdd<T> { static abstract T operator +(T left, T right); } record Word(string Said) : IAdd<Word> { public static Word operator +(Word left, Word right) => new(left.Said + right.Said); } partial class A { static T Add<T>(T left, T right) where T : IAdd<T> => left + right; }")]
    [InlineData("Examine(Ask<Asker>());", "interface IAsk { static abstract string Ask(string q); } class Asker : IAsk { public static string Ask(string q) => World.Client.Answer(q); } partial class A { static string Ask<T>() where T : IAsk => T.Ask(\"x\"); }")]
    [InlineData("Apply<Shower>(text);", "interface IShow { static virtual void Show(string given) => Examine(given); } class Shower : IShow; partial class A { static void Apply<S>(string given) where S : IShow => S.Show(given); }")]
    public void Through_a_generic_or_virtual_member(string statements, string declarations) =>
        Asked.Arrives(statements.StartsWith("unsafe", StringComparison.Ordinal) ? "Pointer(text); unsafe static void Pointer(string text) { fixed (char* at = text) { Examine(new string(at)); } }" : statements, declarations);

    [Theory]
    [InlineData("Examine(new Box<string>(\"mine\", text).Value);", "class Box<T>(T value, T other) { public T Value { get; } = value; public T Other { get; } = other; }")]
    [InlineData("Examine(Result<string>.Ok(text).Error!);", "record Result<T>(bool IsOk, T? Value, string? Error) { public static Result<T> Ok(T value) => new(true, value, null); }")]
    [InlineData("Examine(Second(text, \"mine\"));", "partial class A { static T Second<T>(T first, T second) => second; }")]
    [InlineData("IStep<string> step = new Mine(); Examine(step.Run(text));", "interface IStep<T> { T Run(T given); } class Mine : IStep<string> { public string Run(string given) => \"mine\"; }")]
    public void What_is_not_passed_on_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
