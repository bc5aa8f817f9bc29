using System.Collections.Immutable;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Knowledge.Annotations;
using GoalGuard.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>What annotations are read as: the lines of a models file.</summary>
public class AnnotationFilesTests
{
    private static readonly IEnumerable<MetadataReference> References =
        [.. TestReferences.Framework, MetadataReference.CreateFromFile(typeof(ModelOutputAttribute).Assembly.Location)];

    private static CSharpCompilation Compile(string assembly, string source, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        assembly, [CSharpSyntaxTree.ParseText(source)], references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static MetadataReference Compiled(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>The lines for a library, as its dependants see it compiled, as an editor sees it, and as it sees itself.</summary>
    private static string[] Lines(string source)
    {
        source = "using System; using GoalGuard.Annotations;\n" + source;
        var own = Compile("Acme", source, References);
        var lines = Of(own);
        Assert.Equal(lines, Of(Compile("User", "", [.. References, Compiled(own)])));
        Assert.Equal(lines, Of(Compile("User", "", [.. References, own.ToMetadataReference()])));
        return lines;
    }

    private static string[] Of(Compilation compilation)
    {
        var files = AnnotationFiles.Of(compilation, CancellationToken.None);
        Assert.All(files, file => Assert.Empty(file.Errors));
        return [.. files.SelectMany(file => file.Roles).Select(Text)];
    }

    private static string Text(RoleEntry entry) =>
        $"{RoleNames.OfRole[entry.Role]} {entry.Symbol.Text}{(entry.Place is { } place ? " " + place : "")}{(entry.Note is { } note ? " : " + note : "")}";

    [Theory]
    [InlineData("[ModelOutput] public string M(int i) => \"\";", "model-call M:C.M(System.Int32) return")]
    [InlineData("[ModelOutput] public string P => \"\";", "model-output-member P:C.P return")]
    [InlineData("[ModelOutput] public Func<string, string>? P { get; set; }", "model-call P:C.P value()")]
    [InlineData("public void M([ModelOutput] out string s) => s = \"\";", "model-output-member M:C.M(System.String@) arg:s!")]
    [InlineData("[ToolArguments] public string P => \"\";", "tool-arguments P:C.P return")]
    [InlineData("[Tool] public void M(string s) { }", "tool-definition M:C.M(System.String) arg:s : called")]
    [InlineData("public void M([Effect(EffectKinds.Process, Note = \"shell text\")] string s) { }", "effect:process M:C.M(System.String) arg:s : shell text")]
    [InlineData("[Effect(EffectKinds.FileDelete)] public void M() { }", "effect:file-delete M:C.M")]
    [InlineData("[Effect(EffectKinds.Other)] public string? P { get; set; }", "act P:C.P value")]
    [InlineData("public C([Effect(EffectKinds.Sql)] string s) { }", "effect:sql M:C.#ctor(System.String) arg:s")]
    [InlineData("public int this[[Effect(EffectKinds.FileRead)] string s] => 0;", "effect:file-read P:C.Item(System.String) arg:s")]
    [InlineData("public bool M([Validator(ValidatorKinds.Membership)] string s) => true;", "sanitizer M:C.M(System.String) arg:s : membership")]
    [InlineData("[Validator(ValidatorKinds.Host)] public string M() => \"\";", "sanitizer M:C.M return : host")]
    [InlineData("[Approval] public bool M() => true;", "approval M:C.M return : person")]
    [InlineData("[Approval] public bool P => true;", "approval P:C.P value : answer")]
    [InlineData("[Approval] public Func<string, bool>? P { get; set; }", "approval P:C.P value : person")]
    [InlineData("[IterationLimit] public int P { get; set; }", "iteration-limit P:C.P value")]
    [InlineData("[IterationLimit] public int F;", "iteration-limit F:C.F value")]
    [InlineData("public void M([IterationLimit] int i) { }", "iteration-limit M:C.M(System.Int32) arg:i")]
    [InlineData("[Sandbox] public C M() => this;", "sandbox M:C.M return")]
    [InlineData("[Sandbox] public bool P { get; set; }", "sandbox P:C.P value")]
    [InlineData("public void M([PromptInput] string s) { }", "prompt-input M:C.M(System.String) arg:s")]
    [InlineData("[SystemPrompt] public string? P { get; set; }", "system-prompt P:C.P value")]
    [InlineData("[UntrustedInput] public string M() => \"\";", "untrusted-input M:C.M return")]
    [InlineData("[Role(\"selection\", \"return\", Note = \"best\")] public string M() => \"\";", "selection M:C.M return : best")]
    [InlineData("public void M([Role(\"memory\", Note = \"write\")] string s) { }", "memory M:C.M(System.String) arg:s : write")]
    public void Each_annotation_is_a_line(string member, string line) => Assert.Equal([line], Lines($"public class C {{ {member} }}"));

    [Theory]
    [InlineData("[Conversation] public class C { }", "conversation T:C")]
    [InlineData("[Tool] public class CAttribute : Attribute { }", "tool-definition T:CAttribute : attribute")]
    [InlineData("[Approval] public interface I { }", "approval T:I : person")]
    [InlineData("namespace A.B { public class O<T> { public class I<U> { [ModelOutput] public string M(T t) => \"\"; } } }", "model-call M:A.B.O`1.I`1.M(`0) return")]
    [InlineData("public interface I { [ModelOutput] string M(); }", "model-call M:I.M return")]
    [InlineData("public class C([Effect(EffectKinds.Process)] string s) { string S => s; }", "effect:process M:C.#ctor(System.String) arg:s")]
    [InlineData("public record C([Effect(EffectKinds.Process)] string S);", "effect:process M:C.#ctor(System.String) arg:S")]
    [InlineData("public static class C { [ModelOutput] public static string M(this int i) => \"\"; }", "model-call M:C.M(System.Int32) return")]
    public void Wherever_it_stands(string source, string line) => Assert.Equal([line], Lines(source));

    [Fact]
    public void Each_overload_speaks_for_itself() => Assert.Equal(
        ["model-call M:C.M(System.Int32) return"],
        Lines("public class C { [ModelOutput] public string M(int i) => \"\"; public string M(string s) => \"\"; }"));

    [Fact]
    public void A_program_without_annotations_has_no_file()
    {
        var plain = Compile("Plain", "public class C { }", TestReferences.Framework);
        Assert.False(AnnotationFiles.MayBeIn(plain));
        Assert.Empty(AnnotationFiles.Of(plain, CancellationToken.None));
    }

    [Fact]
    public void A_reference_that_uses_the_annotations_is_seen_without_them() => Assert.True(AnnotationFiles.MayBeIn(Compile(
        "User", "",
        [
            .. TestReferences.Framework,
            Compiled(Compile("Acme", "public class C { [GoalGuard.Annotations.ModelOutput] public string M() => \"\"; }", References)),
        ])));

    [Fact]
    public void Programs_that_say_the_same_share_their_knowledge()
    {
        ImmutableArray<ModelsFile> Files() =>
            AnnotationFiles.Of(Compile("C", "public class C { [GoalGuard.Annotations.ModelOutput] public string M() => \"\"; }", References), CancellationToken.None);
        Assert.Same(KnowledgeBase.For([], [], Files()), KnowledgeBase.For([], [], Files()));
    }
}
