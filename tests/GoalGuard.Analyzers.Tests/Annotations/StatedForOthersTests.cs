using GoalGuard.CodeFixes.Exports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.Tests.Annotations;

/// <summary>The refactoring that states what was inferred of a member, offered at its name.</summary>
public class StatedForOthersTests
{
    private const string Wrapper = """
        using Microsoft.Extensions.AI;

        public class Assistant(IChatClient client)
        {
            /// <summary>Asks.</summary>
            public async Task<string> [|ConsultAsync|](string question) => (await client.GetResponseAsync(question)).Text;
        }
        """;

    [Fact]
    public Task A_wrapper_is_annotated() => Annotated(Wrapper, """
        using Microsoft.Extensions.AI;
        using GoalGuard.Annotations;

        public class Assistant(IChatClient client)
        {
            /// <summary>Asks.</summary>
            [ModelOutput]
            public async Task<string> ConsultAsync(string question) => (await client.GetResponseAsync(question)).Text;
        }
        """);

    [Fact]
    public Task An_effect_is_annotated_at_its_parameter() => Annotated(
        """
        using GoalGuard.Annotations;

        public static class Shell
        {
            public static void [|Launch|](int times, string folder) => Directory.Delete(folder);
        }
        """,
        """
        using GoalGuard.Annotations;

        public static class Shell
        {
            public static void Launch(int times, [Effect(EffectKinds.FileDelete)] string folder) => Directory.Delete(folder);
        }
        """);

    [Fact]
    public Task A_note_is_kept() => Annotated(
        """
        namespace Acme
        {
            public class Shell
            {
                public void [|Launch|](string command) => Process.Start("bash", command);
            }
        }
        """,
        """
        using GoalGuard.Annotations;

        namespace Acme
        {
            public class Shell
            {
                public void Launch([Effect(EffectKinds.Process, Note = "arguments")] string command) => Process.Start("bash", command);
            }
        }
        """);

    [Fact]
    public Task A_check_is_annotated_at_what_it_checks() => Annotated(
        """
        using GoalGuard.Annotations;

        public static class Commands
        {
            public static bool [|IsKnown|](string command) => command == "ls" || command == "pwd";
        }
        """,
        """
        using GoalGuard.Annotations;

        public static class Commands
        {
            public static bool IsKnown([Validator(ValidatorKinds.Membership)] string command) => command == "ls" || command == "pwd";
        }
        """);

    [Fact]
    public Task A_tool_that_others_implement_is_annotated() => Annotated(
        """
        using Microsoft.Extensions.AI;
        using GoalGuard.Annotations;

        public class Cleaner
        {
            public virtual void [|Clean|](string path) => Console.WriteLine(path);

            public AITool AsTool() => AIFunctionFactory.Create(Clean);
        }
        """,
        """
        using Microsoft.Extensions.AI;
        using GoalGuard.Annotations;

        public class Cleaner
        {
            [Tool]
            public virtual void Clean(string path) => Console.WriteLine(path);

            public AITool AsTool() => AIFunctionFactory.Create(Clean);
        }
        """);

    [Theory]
    [InlineData("internal class C { public static void [|M|](string s) => File.Delete(s); }")]
    [InlineData("public class C { private static void [|M|](string s) => File.Delete(s); }")]
    [InlineData("public class C { public static void [|M|](string s) => Console.WriteLine(s); }")]
    [InlineData("public class C { public static void M([|string s|]) => File.Delete(s); }")]
    [InlineData("public class C { public static void M(string s) => [|File.Delete(s)|]; }")]
    [InlineData("public class [|C|] { public static void M(string s) => File.Delete(s); }")]
    [InlineData("using GoalGuard.Annotations; public class C { public static void [|M|]([Effect(EffectKinds.FileDelete)] string s) => File.Delete(s); }")]
    [InlineData("public class C { public static void [|M|](string s) => File.Delete(Path.GetFileName(s)); }")]
    public async Task Elsewhere_it_is_not_offered(string source) => Assert.Empty(await OfferedAsync(source, withAnnotations: true));

    [Fact]
    public async Task Without_annotations_a_models_file_is_made()
    {
        var actions = await OfferedAsync(Wrapper, withAnnotations: false);
        var changed = await ApplyAsync(Assert.Single(actions));
        var file = Assert.Single(changed.Projects.Single().AdditionalDocuments);
        Assert.Equal("Acme.goalguard.models", file.Name);
        Assert.Equal("model-call M:Assistant.ConsultAsync(System.String) return\n", (await file.GetTextAsync()).ToString());
        Assert.Empty(await OfferedAsync(Wrapper, withAnnotations: false, models: (await file.GetTextAsync()).ToString()));
    }

    [Fact]
    public async Task Or_the_one_that_is_there_gets_a_line()
    {
        var actions = await OfferedAsync(Wrapper, withAnnotations: false, models: "# ours");
        var file = Assert.Single((await ApplyAsync(Assert.Single(actions))).Projects.Single().AdditionalDocuments);
        Assert.Equal("# ours\nmodel-call M:Assistant.ConsultAsync(System.String) return\n", (await file.GetTextAsync()).ToString());
    }

    [Fact]
    public async Task What_no_attribute_can_say_goes_to_the_models_file()
    {
        var actions = await OfferedAsync(
            "public static class C { public static void [|M|](string s, bool now) { if (now) File.Delete(s); } }", withAnnotations: true);
        var file = Assert.Single((await ApplyAsync(Assert.Single(actions))).Projects.Single().AdditionalDocuments);
        Assert.StartsWith("effect:file-delete M:C.M(System.String,System.Boolean) arg:s when arg:now=true", (await file.GetTextAsync()).ToString(), StringComparison.Ordinal);
    }

    /// <summary>What is made is as expected, compiles, and is not offered again.</summary>
    private static async Task Annotated(string before, string after)
    {
        var actions = await OfferedAsync(before, withAnnotations: true);
        var changed = (await ApplyAsync(Assert.Single(actions))).Projects.Single();
        var text = (await changed.Documents.Last().GetTextAsync()).ToString();
        Assert.Equal(after.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
        Assert.Empty((await changed.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var name = before[(before.IndexOf("[|", StringComparison.Ordinal) + 2)..before.IndexOf("|]", StringComparison.Ordinal)];
        var at = after.IndexOf(name + "(", StringComparison.Ordinal);
        Assert.Empty(await OfferedAsync(after[..at] + "[|" + name + "|]" + after[(at + name.Length)..], withAnnotations: true));
    }

    private static async Task<List<CodeAction>> OfferedAsync(string source, bool withAnnotations, string? models = null)
    {
        var start = source.IndexOf("[|", StringComparison.Ordinal);
        var end = source.IndexOf("|]", StringComparison.Ordinal) - 2;
        source = source.Replace("[|", "").Replace("|]", "");
        using var workspace = new AdhocWorkspace();
        IEnumerable<MetadataReference> references = withAnnotations ? [.. TestReferences.All, TestReferences.Annotations] : TestReferences.All;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Acme", "Acme", LanguageNames.CSharp, metadataReferences: references,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview)));
        project = project.AddDocument("GlobalUsings.cs", TestProgram.Usings).Project;
        project = models is null ? project : project.AddAdditionalDocument("own.goalguard.models", models, filePath: "own.goalguard.models").Project;
        var document = project.AddDocument("Code.cs", SourceText.From(source));
        Assert.Empty((await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var actions = new List<CodeAction>();
        await new StatedForOthers().ComputeRefactoringsAsync(new CodeRefactoringContext(document, TextSpan.FromBounds(start, end), actions.Add, CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
