using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Annotations;

/// <summary>A project whose members are annotated, and programs that reference it.</summary>
internal static class AnnotatedLibrary
{
    public const string Source = """
        using GoalGuard.Annotations;
        namespace Acme;

        public class Assistant
        {
            [ModelOutput]
            public Task<string> ConsultAsync(string question) => Task.FromResult(question);

            [ModelOutput]
            public string LastAnswer => "";

            public bool TryConsult(string question, [ModelOutput] out string answer) { answer = question; return true; }

            public string Shorten(string text) => text;
        }

        public static class Machinery
        {
            public static void Launch([Effect(EffectKinds.Process)] string command) { }

            public static void LaunchAll([Effect(EffectKinds.Process, Note = "shell text")] IEnumerable<string> commands) { }

            public static void Describe(string command) { }
        }

        public class Cleaner
        {
            public Cleaner([Effect(EffectKinds.FileDelete)] string folder) { }
        }

        public class Order
        {
            [Effect(EffectKinds.Process)]
            public string? Command { get; set; }
        }

        public static class Checks
        {
            public static bool IsKnown([Validator(ValidatorKinds.Membership)] string command) => command == "ls";

            public static void Demand([Validator(ValidatorKinds.Membership)] string command) { if (command != "ls") throw new ArgumentException(); }

            [Validator(ValidatorKinds.Membership)]
            public static string Choose(string command) => "ls";

            public static bool Mentions(string command) => command.Contains("ls");
        }

        public static class Staff
        {
            [Approval]
            public static bool Ask(string question) => false;

            [Approval]
            public static void Insist(string question) => throw new OperationCanceledException();
        }

        public interface ISkill
        {
            [Tool]
            string Perform(string input);

            string Describe(string input);
        }

        [Tool]
        public sealed class SkillAttribute : Attribute;
        """;

    /// <summary>A program that references the library and, through it, the annotations; nothing else that knows of models.</summary>
    public static TestProgram Program(MetadataReference library, params string[] sources) =>
        new(sources) { References = [.. TestReferences.Framework, TestReferences.Annotations, library] };

    public static MetadataReference Compiled { get; } = DeclaredLibrary.Reference("Acme", Source, [.. TestReferences.Framework, TestReferences.Annotations]);
}
