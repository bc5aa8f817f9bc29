using GoalGuard.Analysis.Behaviour.Text;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Tests.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>The prompt places of a program that a test writes down, and their texts.</summary>
internal sealed class Prompts
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.IO; using System.Linq; using System.Text;
        using System.Threading.Tasks; using Microsoft.Extensions.AI; using Microsoft.SemanticKernel;

        """;

    private readonly Engine _engine;
    private readonly CSharpCompilation _compilation;

    /// <param name="files">Sources; a test that looks at positions finds them by the text that stands there.</param>
    public Prompts(params string[] files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Select((file, i) => CSharpSyntaxTree.ParseText(Usings + file, options, $"/test/{i}.cs")).ToArray();
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax));
        _compilation = TestReferences.Compile("").RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        _compilation = isProgram ? _compilation.WithOptions(_compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : _compilation;
        Assert.Empty(_compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var knowledge = KnowledgeBase.For(_compilation.ReferencedAssemblyNames.Select(name => name.Name), default);
        _engine = new Engine(_compilation, knowledge, new ProgramIndex([.. trees], [.. trees.Select(tree => TreeIndexer.Of(tree, default))], Gates.Of(knowledge)));
    }

    /// <summary>What is known of holes.</summary>
    public Func<IOperation, FactSet>? Facts { get; init; }

    /// <summary>The method <c>M</c> of a class <c>A</c> with these statements, which hands the local or expression <c>p</c> to a model.</summary>
    public static Prompts Body(string statements, string members = "", string asked = "p") => new(
        "partial class A { async Task M(IChatClient client, string name, string[] items, List<string> found, bool verbose, int level, object any) { "
        + statements + $" await client.GetResponseAsync({asked}); }} {members} }}");

    /// <summary>The text of <c>p</c> in a method with these statements.</summary>
    public static string Of(string statements, string members = "") => Body(statements, members).Text.ToString();

    /// <summary>The texts of a method with these statements, which ask <c>c</c> themselves.</summary>
    public static string[] Asking(string statements, string result = "async Task") =>
        new Prompts($"class A {{ {result} M(IChatClient c, bool v) {{ {statements} }} }}").Texts();

    /// <summary>The text of one expression.</summary>
    public static string Expression(string expression, string members = "") => Body("", members, expression).Text.ToString();

    /// <summary>The places of a member, and the member.</summary>
    public IEnumerable<(PromptPlace Place, ISymbol Member)> Places(string type = "A", string member = "M") =>
        _compilation.GetTypeByMetadataName(type)!.GetMembers(member).SelectMany(symbol => PromptPlaces.In(_engine, symbol, default).Select(place => (place, symbol)));

    /// <summary>Texts of all places of a member; instructions begin with <c>!</c>.</summary>
    public string[] Texts(string type = "A", string member = "M") =>
        [.. Places(type, member).Select(each => (each.Place.IsInstructions ? "!" : "") + each.Place.Text(_engine, each.Member, Facts))];

    /// <summary>The text of the last place of <c>A.M</c>.</summary>
    public AssembledText Text
    {
        get
        {
            var (place, member) = Places().Last();
            return place.Text(_engine, member, Facts);
        }
    }

    /// <summary>Assembles the text of the last place of <c>A.M</c> with this token.</summary>
    public AssembledText Cancelled(CancellationToken token)
    {
        var (place, member) = Places().Last();
        return place.Text(_engine, member, Facts, token);
    }

    /// <summary>The source at a place.</summary>
    public string At(SourceSpan? span) =>
        _compilation.SyntaxTrees.Single(tree => tree.FilePath == span!.Value.Path).ToString().Substring(span!.Value.Start, span.Value.Length);
}
