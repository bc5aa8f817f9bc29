using GoalGuard.Testing;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Annotations;

/// <summary>Annotations in a compiled library mean what a line of a models file would mean.</summary>
public class ReferencedAnnotationTests
{
    private static Task Reports(string body) => Verify.ReportsAsync(AnnotatedLibrary.Program(AnnotatedLibrary.Compiled, $$"""
        using Acme;
        public class Agent
        {
            public async Task Run(Assistant assistant)
            {
                var text = await assistant.ConsultAsync("What now?");
                {{body}}
            }
        }
        """));

    [Theory]
    [InlineData("""Process.Start("bash", {|GG6001:"-c " + text|});""")]
    [InlineData("Machinery.Launch({|GG6001:text|});")]
    [InlineData("Machinery.LaunchAll({|GG6001:new[] { text }|});")]
    [InlineData("new Order().Command = {|GG6001:text|};")]
    [InlineData("_ = new Order { Command = {|GG6001:text|} };")]
    [InlineData("_ = new Cleaner({|GG6003:text|});")]
    [InlineData("Machinery.Launch({|GG6001:assistant.Shorten(text)|});")]
    [InlineData("Machinery.Describe(text);")]
    public Task Model_output_reaches_an_effect(string act) => Reports(act);

    [Theory]
    [InlineData("""Machinery.Launch({|GG6001:new Assistant().LastAnswer|});""")]
    [InlineData("""if (new Assistant().TryConsult("?", out var answer)) Machinery.Launch({|GG6001:answer|});""")]
    [InlineData("""Machinery.Launch(new Assistant().Shorten("ls"));""")]
    public Task Model_output_comes_from_other_members_too(string act) => Verify.ReportsAsync(AnnotatedLibrary.Program(AnnotatedLibrary.Compiled, $$"""
        using Acme;
        public class Agent
        {
            public void Run() { {{act}} }
        }
        """));

    [Theory]
    [InlineData("if (Checks.IsKnown(text)) Machinery.Launch(text);")]
    [InlineData("if (!Checks.IsKnown(text)) return; Machinery.Launch(text);")]
    [InlineData("Checks.Demand(text); Machinery.Launch(text);")]
    [InlineData("Machinery.Launch(Checks.Choose(text));")]
    [InlineData("if (Staff.Ask(text)) Machinery.Launch(text);")]
    [InlineData("Staff.Insist(text); Machinery.Launch(text);")]
    public Task Checks_and_approvals_silence(string act) => Reports(act);

    [Theory]
    [InlineData("if (Checks.Mentions(text)) Machinery.Launch({|GG6001:text|});")]
    [InlineData("if (!Checks.IsKnown(text)) Machinery.Launch({|GG6001:text|});")]
    [InlineData("Checks.IsKnown(text); Machinery.Launch({|GG6001:text|});")]
    [InlineData("Machinery.Launch({|GG6001:text|}); Checks.Demand(text);")]
    [InlineData("if (!Staff.Ask(text)) Machinery.Launch({|GG6001:text|});")]
    public Task Nothing_else_does(string act) => Reports(act);

    [Fact]
    public Task Whoever_implements_a_tool_is_called_by_a_model() => Verify.ReportsAsync(AnnotatedLibrary.Program(AnnotatedLibrary.Compiled, """
        using Acme;
        public class Shell : ISkill
        {
            public string Perform(string command) { Process.Start("bash", {|GG6001:"-c " + command|}); return ""; }

            public string Describe(string command) { Process.Start("bash", "-c " + command); return ""; }
        }
        """));

    [Fact]
    public Task Whatever_carries_a_tools_attribute_is_a_tool() => Verify.ReportsAsync(AnnotatedLibrary.Program(AnnotatedLibrary.Compiled, """
        using Acme;
        public class Shell
        {
            [Skill]
            public void Perform(string command) => Process.Start("bash", {|GG6001:"-c " + command|});

            public void Other(string command) => Process.Start("bash", "-c " + command);
        }
        """));

    private const string Launching = """
        using Acme;
        public class Agent
        {
            public async Task Run(Assistant assistant) => Machinery.Launch({|GG6001:await assistant.ConsultAsync("?")|});
        }
        """;

    [Fact]
    public Task Where_the_attributes_are_out_of_sight_those_without_arguments_count() => Verify.ReportsAsync(
        new TestProgram(Launching.Replace("Machinery.Launch({|GG6001:await assistant.ConsultAsync(\"?\")|})", "Process.Start(\"bash\", {|GG6001:\"-c \" + await assistant.ConsultAsync(\"?\")|})"))
        {
            References = [.. TestReferences.Framework, AnnotatedLibrary.Compiled],
        });

    [Fact]
    public Task A_library_may_declare_the_attributes_itself() => Verify.ReportsAsync(AnnotatedLibrary.Program(
        DeclaredLibrary.Reference(
            "Acme",
            """
            namespace Acme
            {
                using GoalGuard.Annotations;
                public class Assistant { [ModelOutput] public Task<string> ConsultAsync(string question) => Task.FromResult(question); }
                public static class Machinery { public static void Launch([Effect("process")] string command) { } }
            }

            namespace GoalGuard.Annotations
            {
                internal sealed class ModelOutputAttribute : Attribute;
                internal sealed class EffectAttribute(string kind) : Attribute { public string Kind => kind; }
            }
            """,
            TestReferences.Framework),
        Launching));

    [Fact]
    public Task Attributes_of_the_same_name_elsewhere_mean_nothing() => Verify.ReportsAsync(AnnotatedLibrary.Program(
        DeclaredLibrary.Reference(
            "Acme",
            """
            namespace Acme
            {
                using Other;
                public class Assistant { [ModelOutput] public Task<string> ConsultAsync(string question) => Task.FromResult(question); }
                public static class Machinery { public static void Launch([Effect("process")] string command) { } }
            }

            namespace Other
            {
                internal sealed class ModelOutputAttribute : Attribute;
                internal sealed class EffectAttribute(string kind) : Attribute { public string Kind => kind; }
            }
            """,
            TestReferences.Framework),
        Launching.Replace("{|GG6001:", "").Replace("|}", "")));

    [Fact]
    public async Task An_editor_reads_them_from_the_other_projects_source()
    {
        var library = DeclaredLibrary.Compile("Acme", AnnotatedLibrary.Source, [.. TestReferences.Framework, TestReferences.Annotations]);
        await Verify.ReportsAsync(AnnotatedLibrary.Program(library.ToMetadataReference(), Launching));
    }

    [Fact]
    public async Task A_users_line_takes_one_away()
    {
        var program = AnnotatedLibrary.Program(AnnotatedLibrary.Compiled, Launching.Replace("{|GG6001:", "").Replace("|}", ""));
        Assert.NotEmpty(await AnalysisRun.FullAsync(program));
        Assert.Empty(await AnalysisRun.FullAsync(new TestProgram(program.Sources.Select(source => source.Text).ToArray())
        {
            References = program.References,
            AdditionalFiles = [("own.goalguard.models", "- model-call M:Acme.Assistant.ConsultAsync")],
        }));
    }
}
