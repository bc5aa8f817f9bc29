namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>References: <c>ref</c>, <c>out</c> and <c>in</c> parameters, locals and returns.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("var said = \"\"; ref var at = ref said; at = text; Examine(said);", "")]
    [InlineData("ref var at = ref text; Examine(at);", "")]
    [InlineData("ref readonly var at = ref text; Examine(at);", "")]
    [InlineData("var array = new string[1]; ref var at = ref array[0]; at = text; Examine(array[0]);", "")]
    [InlineData("Give(text, out var said); Examine(said);", "partial class A { static void Give(string given, out string said) { said = given; } }")]
    [InlineData("string said; Give(text, out said); Examine(said);", "partial class A { static bool Give(string given, out string said) { said = given.Trim(); return true; } }")]
    [InlineData("Ask(out var said); Examine(said);", "partial class A { static void Ask(out string said) => said = World.Client.Answer(\"x\"); }")]
    [InlineData("var said = text; Change(ref said); Examine(said);", "partial class A { static void Change(ref string said) => said = said.Trim(); }")]
    [InlineData("var said = \"a\"; Change(ref said, text); Examine(said);", "partial class A { static void Change(ref string said, string given) { said += given; } }")]
    [InlineData("Examine(Same(in text));", "partial class A { static string Same(in string given) => given; }")]
    [InlineData("Examine(Same(ref text));", "partial class A { static ref string Same(ref string given) => ref given; }")]
    [InlineData("var said = \"\"; Same(ref said) = text; Examine(said);", "partial class A { static ref string Same(ref string given) => ref given; }")]
    [InlineData("Give(text, out _said); Examine(_said);", "partial class A { private string _said = \"\"; static void Give(string given, out string said) => said = given; }")]
    [InlineData("var own = new Own(); Give(text, out own.Said); Examine(own.Said);", "class Own { public string Said = \"\"; } partial class A { static void Give(string given, out string said) => said = given; }")]
    [InlineData("var array = new string[1]; Give(text, out array[0]); Examine(array[0]);", "partial class A { static void Give(string given, out string said) => said = given; }")]
    [InlineData("Local(text, out var said); Examine(said); void Local(string given, out string result) { result = given; }", "")]
    [InlineData("var said = \"\"; Local(ref said); Examine(said); void Local(ref string given) { given = text; }", "")]
    [InlineData("var said = \"\"; Interlocked.Exchange(ref said, text); Examine(said);", "")]
    [InlineData("var own = new Own { Said = text }; Examine(Read(own)); ", "ref struct Own { public string Said; } partial class A { static string Read(scoped Own own) => own.Said; }")]
    [InlineData("_said = text; Examine(At());", "partial class A { private string _said = \"\"; ref string At() => ref _said; }")]
    [InlineData("var box = new Box { Said = text }; ref readonly var at = ref box.At(); Examine(at);", "class Box { public string Said = \"\"; public ref readonly string At() => ref Said; }")]
    public void What_is_behind_a_reference_arrives(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var said = text; ref var at = ref said; at = \"mine\"; Examine(said);", "")]
    [InlineData("var said = text; Change(out said); Examine(said);", "partial class A { static void Change(out string said) => said = \"mine\"; }")]
    [InlineData("var mine = \"mine\"; Give(text, out _, mine); Examine(mine);", "partial class A { static void Give(string given, out string said, string mine) { said = given; mine = given; } }")]
    [InlineData("Give(text, out _, out var mine); Examine(mine);", "partial class A { static void Give(string given, out string said, out string mine) { said = given; mine = \"mine\"; } }")]
    [InlineData("Local(text, out var mine); Examine(mine); void Local(string given, out string result) { result = \"mine\"; }", "")]
    public void What_is_behind_another_one_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
