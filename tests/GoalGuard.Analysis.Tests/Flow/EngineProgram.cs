using System.Collections.Immutable;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Tests.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>
/// A program that a test writes down, seen by the engine without any rule. <c>Examine(x)</c> is an act by knowledge, so that the gates open as they do for a
/// real one, and what the engine knows of <c>x</c> there is what a test asks for. <c>chat.Answer(text)</c> is a model call.
/// </summary>
internal sealed class EngineProgram
{
    private const string Usings = """
        global using System; global using System.Collections.Concurrent; global using System.Collections.Generic; global using System.Diagnostics; global using System.IO; global using System.Linq;
        global using System.Text; global using System.Text.Json; global using System.Text.Json.Nodes; global using System.Text.RegularExpressions; global using System.Threading;
        global using System.Threading.Channels; global using System.Threading.Tasks; global using static Worlds.World; global using Worlds;

        """;

    /// <summary>The library that the programs use: its bodies are out of sight.</summary>
    private const string World = """
        using System; using System.Collections.Generic; using System.Threading.Tasks;
        namespace Worlds;
        public interface IChat { string Answer(string prompt); Task<string> AnswerAsync(string prompt); Task<T> AnswerAs<T>(string prompt); IAsyncEnumerable<string> AnswerStream(string prompt); }
        public static class World
        {
            public static IChat Client = null!; public static IChat Other = null!;
            public static void Examine(object value) { }
            public static bool Coin() => Environment.TickCount > 7;
        }
        """;

    private const string Models = """
        model-call M:Worlds.IChat.Answer(System.String) return
        model-call M:Worlds.IChat.AnswerAsync(System.String) return
        model-call M:Worlds.IChat.AnswerAs``1(System.String) return
        model-call M:Worlds.IChat.AnswerStream(System.String) return
        effect:sql M:Worlds.World.Examine(System.Object) arg:value
        """;

    private static readonly MetadataReference Library = Emit();

    private readonly Watcher _watcher = new();
    private readonly List<FactSet> _found = [];

    private EngineProgram(ImmutableArray<string> sources, bool walksAll, string models, (int Walks, string? Member) overtaken = default)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Insert(0, Usings).Select((source, i) => CSharpSyntaxTree.ParseText(source, options, $"/test/File{i}.cs")).ToImmutableArray();
        Compilation = CSharpCompilation.Create("Program", trees, TestReferences.All.Add(Library),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var entries = ModelsParser.Parse("test.goalguard.models", Models + "\n" + models);
        Assert.Empty(entries.Errors);
        var knowledge = KnowledgeBase.For(Compilation.ReferencedAssemblyNames.Select(name => name.Name), [entries]);
        var index = new ProgramIndex(trees, [.. trees.Select(tree => TreeIndexer.Of(tree, default))], Gates.Of(knowledge));
        Engine = new Engine(Compilation, knowledge, index, walksAll) { Observer = _watcher };
        var members = trees.SelectMany(index.Of).Where(member => walksAll || (index.MayAct(member) && Engine.Meetings(default).Meets(member)))
            .SelectMany(member => Engine.Members.Symbols(member, default)).ToArray();
        _watcher.After(overtaken.Walks, () => Engine.Analyse(members.First(member => member.Name == overtaken.Member), default));
        foreach (var symbol in members)
        {
            _found.AddRange(Engine.Analyse(symbol, default).Findings.Where(finding => finding.Act.Display == "World.Examine").Select(finding => finding.Facts));
        }
    }

    private static MetadataReference Emit()
    {
        var library = CSharpCompilation.Create(
            "Worlds", [CSharpSyntaxTree.ParseText(World)], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public CSharpCompilation Compilation { get; }

    public Engine Engine { get; }

    /// <summary>As an editor sees it: only members in which a model's words may meet an act are walked.</summary>
    public static EngineProgram Of(params string[] sources) => new([.. sources], walksAll: false, "");

    /// <summary>As a scan sees it: every member is walked.</summary>
    public static EngineProgram Whole(params string[] sources) => new([.. sources], walksAll: true, "");

    public static EngineProgram With(string models, params string[] sources) => new([.. sources], walksAll: true, models);

    /// <summary>After so many walks of members, one member is published at once, as if another thread had overtaken this one.</summary>
    public static EngineProgram Overtaken(int walks, string member, params string[] sources) => new([.. sources], walksAll: true, "", (walks, member));

    /// <summary>How often members were walked.</summary>
    public int Walks => _watcher.Walks;

    /// <summary>What is known at each <c>Examine</c>, in source order, with what callers know apart from what members say by themselves.</summary>
    public IReadOnlyList<FactSet> Examined => _watcher.Examined;

    /// <summary>What meets an <c>Examine</c>, in the member that a report would be about: that may be one that calls the one with the <c>Examine</c>.</summary>
    public IReadOnlyList<FactSet> Found => _found;

    /// <summary>The facts at the only <c>Examine</c>, as text.</summary>
    public string Seen => Assert.Single(Examined).ToString();

    /// <summary>The loops that ask a model, by member and position.</summary>
    internal IReadOnlyList<LoopFact> Loops => _watcher.Loops;

    /// <summary>What met an <c>Examine</c> as an act, in the member that knows where it came from.</summary>
    public IReadOnlyList<Finding> Findings => _watcher.Findings;

    /// <summary>Everything that was known when the last word was said: members, blocks, operations, summaries.</summary>
    public string Dump() => _watcher.Dump.ToString();

    /// <summary>The facts that reach the only <c>Examine</c> of statements in a method that may be asynchronous.</summary>
    public static string SeenIn(string statements) => Of($"class A {{ async Task M(IChat chat) {{ {statements} await Task.Yield(); }} }}").Seen;

    /// <summary>Takes down what the engine says.</summary>
    private sealed class Watcher : IFlowObserver
    {
        private readonly SortedDictionary<(string Path, int Start), FactSet> _examined = new();

        private readonly SortedDictionary<string, MethodResult> _results = new(StringComparer.Ordinal);

        private Action _overtake = () => { };

        private int _overtakenAt;

        public EngineDump Dump { get; } = new();

        public int Walks { get; private set; }

        public IReadOnlyList<LoopFact> Loops => [.. _results.Values.SelectMany(result => result.Loops)];

        public IReadOnlyList<Finding> Findings => [.. _results.Values.SelectMany(result => result.Findings)];

        public IReadOnlyList<FactSet> Examined => [.. _examined.Values];

        public void Enter(Frame frame, Microsoft.CodeAnalysis.FlowAnalysis.BasicBlock block) => Dump.Enter(frame, block);

        public void Evaluated(Frame frame, Microsoft.CodeAnalysis.FlowAnalysis.BasicBlock block, IOperation operation)
        {
            Dump.Evaluated(frame, block, operation);
            if (operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod: { Name: "Examine", ContainingType.Name: "World" } } examine && !frame.Method.IsOpen)
            {
                _examined[(examine.Syntax.SyntaxTree.FilePath, examine.Syntax.SpanStart)] = frame.Deep(frame[examine.Arguments[0]]).With(frame.State.GuardsOf(null));
            }
        }

        public void After(int walks, Action overtake) => (_overtakenAt, _overtake) = (walks, overtake);

        public void Walked(Question question, MethodResult result)
        {
            if (++Walks == _overtakenAt)
            {
                _overtake();
            }

            Dump.Walked(question, result);
            if (!question.IsOpen)
            {
                _results[question.Symbol.ToDisplayString()] = result;
            }
        }
    }
}
