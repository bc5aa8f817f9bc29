namespace GoalGuard.Analyzers.Tests.Annotations;

/// <summary>Annotations in the analysed program itself.</summary>
public class OwnAnnotationTests
{
    private static Task Reports(params string[] sources) =>
        Verify.ReportsAsync(new TestProgram(sources) { References = [.. TestReferences.Framework, TestReferences.Annotations] });

    private const string Library = """
        using GoalGuard.Annotations;
        public partial class Assistant
        {
            [ModelOutput]
            public string Consult(string question) => new HttpClient().GetStringAsync("http://localhost/?" + question).Result;

            [GoalGuard.Annotations.ModelOutputAttribute]
            public string Last { get; set; } = "";
        }

        public static class Machinery
        {
            public static void Launch([Effect(EffectKinds.Process)] string command) => Native.Run(command);

            private static class Native { public static void Run(string command) => Console.WriteLine(command); }
        }

        public static class Checks
        {
            public static bool IsKnown([Validator(ValidatorKinds.Membership)] string command) => new HttpClient().GetStringAsync("http://localhost/").Result == command;

            [Approval]
            public static bool Ask(string question) => question == "yes";
        }
        """;

    [Theory]
    [InlineData("Machinery.Launch({|GG6001:assistant.Consult(question)|});")]
    [InlineData("Machinery.Launch({|GG6001:assistant.Last|});")]
    [InlineData("Machinery.Launch(question);")]
    [InlineData("var text = assistant.Consult(question); if (Checks.IsKnown(text)) Machinery.Launch(text);")]
    [InlineData("var text = assistant.Consult(question); if (Checks.Ask(question)) Machinery.Launch(text);")]
    [InlineData("var text = assistant.Consult(question); if (!Checks.IsKnown(text)) Machinery.Launch({|GG6001:text|});")]
    public Task Mean_what_a_line_means(string body) => Reports(Library, $$"""
        public class Agent
        {
            public void Run(Assistant assistant, string question) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("public", "Perform")]
    [InlineData("public static", "Run")]
    [InlineData("private", "Execute")]
    public Task A_marked_method_is_a_tool(string modifiers, string name) => Reports($$"""
        using GoalGuard.Annotations;
        public class Shell
        {
            [Tool]
            {{modifiers}} void {{name}}(string command) => Process.Start("bash", {|GG6001:"-c " + command|});

            public void Other(string command) => Process.Start("bash", "-c " + command);
        }
        """);

    [Fact]
    public Task Overrides_of_a_marked_method_are_tools() => Reports(
        """
        using GoalGuard.Annotations;
        public abstract class Skill { [Tool] public abstract void Perform(string input, CancellationToken cancellation); }
        """,
        """
        public class Shell : Skill
        {
            public override void Perform(string command, CancellationToken cancellation) => Process.Start("bash", {|GG6001:"-c " + command|});
        }
        """);

    [Fact]
    public Task Primary_constructors_are_read() => Reports("""
        using GoalGuard.Annotations;
        public class Job([Effect(EffectKinds.FileDelete)] string folder) { public string Folder => folder; }
        public class Assistant { [ModelOutput] public string Consult() => ""; }
        public class Agent { public Job Make(Assistant assistant) => new({|GG6003:assistant.Consult()|}); }
        """);

    [Fact]
    public Task The_attributes_may_be_declared_here() => Verify.ReportsAsync(new TestProgram("""
        namespace GoalGuard.Annotations { internal sealed class ModelOutputAttribute : System.Attribute; }

        namespace Own
        {
            using GoalGuard.Annotations;
            public class Assistant { [ModelOutput] public string Consult() => ""; }
            public class Agent { public void Run(Assistant assistant) => Process.Start("bash", {|GG6001:"-c " + assistant.Consult()|}); }
        }
        """) { References = TestReferences.Framework });

    [Fact]
    public Task Nested_and_generic_types_are_read() => Reports("""
        using GoalGuard.Annotations;
        namespace One.Two
        {
            public class Outer<T>
            {
                public class Inner<U> { [ModelOutput] public string Consult(T one, U two) => ""; }
            }

            public class Agent { public void Run(Outer<int>.Inner<string> model) => Process.Start("bash", {|GG6001:"-c " + model.Consult(1, "")|}); }
        }
        """);

    [Fact]
    public Task Any_role_can_be_stated() => Reports("""
        using GoalGuard.Annotations;
        public class Assistant { [Role("model-call", "return")] public string Consult() => ""; }
        public class Shell { [Role("effect:process", "arg:command", Note = "shell text")] public void Launch(string command) { } }
        public class Agent { public void Run(Assistant assistant, Shell shell) => shell.Launch({|GG6001:assistant.Consult()|}); }
        """);

    [Theory]
    [InlineData("Path", "File.Delete(text);", "File.Delete({|GG6003:text|});")]
    [InlineData("FileName", "File.Delete(text);", "File.Delete({|GG6003:text|});")]
    [InlineData("Host", "new HttpClient().GetAsync(text);", "new HttpClient().GetAsync({|GG6004:text|});")]
    [InlineData("Pattern", "Process.Start(text);", "Process.Start({|GG6001:text|});")]
    [InlineData("Number", "File.Delete(text);", "File.Delete({|GG6003:text|});")]
    public async Task A_kind_of_check_silences_the_rules_that_it_is_good_for(string kind, string silent, string reported)
    {
        await Reports(Checked(kind, silent));
        await Reports(Checked(kind, reported).Replace("if (Checks.IsGood(text))", "if (text.Length > 3)"));
    }

    [Theory]
    [InlineData("Path", "Process.Start({|GG6001:text|});")]
    [InlineData("Host", "File.Delete({|GG6003:text|});")]
    [InlineData("Encoding", "Process.Start({|GG6001:text|});")]
    public Task And_no_others(string kind, string reported) => Reports(Checked(kind, reported));

    private static string Checked(string kind, string body) => $$"""
        using GoalGuard.Annotations;
        public static class Model { [ModelOutput] public static string Ask() => ""; }
        public static class Checks { public static bool IsGood([Validator(ValidatorKinds.{{kind}})] string text) => text.Length > 3; }
        public class Agent { public void Run() { var text = Model.Ask(); if (Checks.IsGood(text)) { {{body}} } } }
        """;

    [Fact]
    public Task What_makes_no_sense_says_nothing() => Reports("""
        using GoalGuard.Annotations;
        public class Assistant
        {
            [ModelOutput] public string Consult() => "";
            [Role("no role\nmodel-call M:Shell.Launch return", "nowhere")] public string Other() => "";
        }
        public class Shell { public void Launch([Effect("nothing known")] string command) { } }
        public class Agent { public void Run(Assistant assistant, Shell shell) => shell.Launch(assistant.Consult() + assistant.Other()); }
        """);
}
