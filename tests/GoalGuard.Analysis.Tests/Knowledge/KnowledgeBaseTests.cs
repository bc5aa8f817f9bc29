using System.Collections.Immutable;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>Which symbols an entry speaks about.</summary>
public class KnowledgeBaseTests
{
    private static readonly string[] AllNames = [.. TestReferences.Compile("").ReferencedAssemblyNames.Select(name => name.Name)];

    private static KnowledgeBase With(string models) => KnowledgeBase.For([], [ModelsParser.Parse("user.goalguard.models", models)]);

    private static string[] Roles(KnowledgeBase knowledge, ISymbol symbol) =>
        [.. knowledge.RolesOf(symbol).Where(entry => entry.Origin.File == "user.goalguard.models").Select(entry => RoleNames.OfRole[entry.Role])];

    private static void Check(string models, string source, string type, string member, params string[] roles) =>
        Assert.Equal(roles, Roles(With(models), TestReferences.Compile(source, TestReferences.Framework).Declared(type, member)));

    [Fact]
    public void Declared() => Check("act M:A.Go", "class A { public void Go() { } }", "A", "Go", "act");

    [Fact]
    public void OtherTypeOfTheSameMemberName() => Check("act M:A.Go", "class B { public void Go() { } }", "B", "Go");

    [Fact]
    public void ParameterListsTellOverloadsApart()
    {
        var knowledge = With("act M:A.Go(System.Int32)\npipe M:A.Go(System.String)\nmemory M:A.Go\ngrader M:A.Go()");
        var overloads = TestReferences.Compile("class A { public void Go(int x) { } public void Go(string x) { } public void Go() { } }", TestReferences.Framework)
            .GetTypeByMetadataName("A")!.GetMembers("Go");
        Assert.Equal(["act", "memory"], Roles(knowledge, overloads[0]));
        Assert.Equal(["pipe", "memory"], Roles(knowledge, overloads[1]));
        Assert.Equal(["memory", "grader"], Roles(knowledge, overloads[2]));
    }

    [Fact]
    public void UnknownParameterListFallsBackToTheName() => Check("act M:A.Go(System.Guid)", "class A { public void Go(int x) { } }", "A", "Go", "act");

    [Fact]
    public void Override() => Check("act M:A.Go(System.Int32)", "abstract class A { public abstract void Go(int x); } class B : A { public override void Go(int x) { } }", "B", "Go", "act");

    [Fact]
    public void HidingMemberOfSourceIsAnother() => Check("act M:A.Go", "class A { public void Go() { } } class B : A { public new void Go() { } }", "B", "Go");

    [Fact]
    public void ImplicitImplementation() => Check("act M:I.Go", "interface I { void Go(); } class B : I { public void Go() { } public void Go(int x) { } }", "B", "Go", "act");

    [Fact]
    public void ExplicitImplementation() => Check("act M:I`1.Go", "interface I<T> { void Go(T x); } class B : I<int> { void I<int>.Go(int x) { } }", "B", "I<System.Int32>.Go", "act");

    [Fact]
    public void PropertyImplementation() => Check("act P:I.Text return", "interface I { string Text { get; } } class B : I { public string Text => \"\"; }", "B", "Text", "act");

    [Fact]
    public void AccessorIsItsProperty() => Check("act P:A.Text", "class A { public string Text { get; set; } = \"\"; }", "A", "get_Text", "act");

    [Fact]
    public void Constructor() => Check("act M:A`1.#ctor(`0)", "class A<T> { public A(T x) { } }", "A`1", ".ctor", "act");

    [Fact]
    public void NestedType() => Check("act M:N.A.B.Go", "namespace N { class A { public class B { public void Go() { } } } }", "N.A+B", "Go", "act");

    [Fact]
    public void MovedToABaseClass() => Check("act P:B.Text", "class A { public string Text => \"\"; } class B : A { }", "A", "Text", "act");

    [Fact]
    public void LocalFunctionsAreNobody()
    {
        var compilation = TestReferences.Compile("class A { void M() { Go(); void Go() { } } void Go() { } }", TestReferences.Framework);
        Assert.Empty(With("act M:A.Go").RolesOf(compilation.Called()));
    }

    [Fact]
    public void GenericMethodOfGenericInterface()
    {
        var compilation = TestReferences.Compile("interface I<T> { void Go<U>(System.Collections.Generic.List<U> x, T y); } class A { void M(I<int> i) => i.Go<string>([], 1); }");
        Assert.Equal(["act"], Roles(With("act M:I`1.Go``1(System.Collections.Generic.List{``0},`0)"), compilation.Called()));
    }

    [Fact]
    public void ReducedExtensionMethod()
    {
        var compilation = TestReferences.Compile("static class X { public static void Go(this string s, int x) { } } class A { void M() => \"\".Go(1); }", TestReferences.Framework);
        Assert.Equal(["act"], Roles(With("act M:X.Go(System.String,System.Int32) arg:s"), compilation.Called()));
    }

    [Theory]
    [InlineData("act M:X.Go(System.String,System.Int32)")]
    [InlineData("act M:X.<G>$0123456789.Go(System.Int32)")]
    [InlineData("act M:X.Go")]
    public void ExtensionBlock(string models)
    {
        var compilation = TestReferences.Compile("static class X { extension(string s) { public void Go(int x) { } } } class A { void M() { \"\".Go(1); X.Go(\"\", 1); } }", TestReferences.Framework);
        Assert.Equal(["act"], Roles(With(models), compilation.Called()));
        Assert.Equal(["act"], Roles(With(models), compilation.Called(1)));
    }

    [Fact]
    public void ExtensionBlockProperty()
    {
        var compilation = TestReferences.Compile("static class X { extension(string s) { public int Size => 1; } }", TestReferences.Framework);
        var property = compilation.GetTypeByMetadataName("X")!.GetTypeMembers().Single().GetMembers("Size").Single();
        Assert.Equal(["act"], Roles(With("act P:X.Size"), property));
    }

    [Fact]
    public void ConversionsByWhatTheyReturn()
    {
        var compilation = TestReferences.Compile("class A { public static implicit operator string(A a) => \"\"; public static implicit operator int(A a) => 1; }");
        var conversions = compilation.GetTypeByMetadataName("A")!.GetMembers("op_Implicit").Cast<IMethodSymbol>();
        Assert.Equal(["String"], conversions.Where(method => Roles(With("act M:A.op_Implicit~System.String"), method).Length > 0).Select(method => method.ReturnType.Name));
    }

    [Theory]
    [InlineData("class B : A { }", "B")]
    [InlineData("class C<T> where T : A { public T X = default!; }", "T")]
    public void TypeRolesReachDerivedTypes(string source, string name)
    {
        var compilation = TestReferences.Compile("class A { } " + source, TestReferences.Framework);
        ITypeSymbol type = name == "T" ? compilation.GetTypeByMetadataName("C`1")!.TypeParameters[0] : compilation.GetTypeByMetadataName(name)!;
        Assert.Equal(["approval"], Roles(With("approval T:A"), type));
    }

    [Fact]
    public void WithdrawnAndReplaced()
    {
        var symbol = TestReferences.Compile("").GetTypeByMetadataName("System.IO.File")!.GetMembers("WriteAllText").First();
        KnowledgeBase Of(string text) => With(text);
        Assert.Equal("arg:path", Of("").RolesOf(symbol).Single().Place!.ToString());
        Assert.Empty(Of("- effect:file-write M:System.IO.File.WriteAllText").RolesOf(symbol));
        Assert.Empty(Of("- effect:file-write T:System.IO.File").RolesOf(symbol));
        Assert.NotEmpty(Of("- effect:file-delete T:System.IO.File").RolesOf(symbol));
        Assert.Equal("arg:contents", Of("effect:file-write M:System.IO.File.WriteAllText arg:contents").RolesOf(symbol).Single().Place!.ToString());
    }

    [Fact]
    public void OwnFlowsReplaceOurs()
    {
        var symbol = TestReferences.Compile("").GetTypeByMetadataName("System.String")!.GetMembers("Trim").First();
        Assert.Equal("this", Assert.Single(With("").FlowsOf(symbol)).From.ToString());
        Assert.Equal("return", Assert.Single(With("flow M:System.String.Trim return -> this").FlowsOf(symbol)).From.ToString());
    }

    [Fact]
    public void InterfaceFlowsHoldForWhatImplementsIt()
    {
        var queue = TestReferences.Compile("").GetTypeByMetadataName("System.Collections.ObjectModel.ObservableCollection`1")!;
        var add = queue.BaseType!.GetMembers("Add").Single();
        Assert.Contains(With("").FlowsOf(add), flow => flow.To.ToString() == "this[*]");
    }

    [Fact]
    public void RealLibraryThroughConcreteClient()
    {
        var knowledge = KnowledgeBase.For(AllNames, default);
        var compilation = TestReferences.Compile("""
            using Microsoft.Extensions.AI;
            class A { async System.Threading.Tasks.Task M(OllamaSharp.OllamaApiClient c) => await ((IChatClient)c).GetResponseAsync("hi"); }
            class Mine(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override System.Threading.Tasks.Task<ChatResponse> GetResponseAsync(System.Collections.Generic.IEnumerable<ChatMessage> messages, ChatOptions? options = null, System.Threading.CancellationToken cancellationToken = default) => throw null!;
            }
            """);
        Assert.Contains(knowledge.RolesOf(compilation.Called()), entry => entry.Role == Role.ModelCall);
        Assert.Contains(knowledge.RolesOf(compilation.Declared("Mine", "GetResponseAsync")), entry => entry.Role == Role.ModelCall);
    }

    [Fact]
    public void OnlyReferencedLibrariesApply()
    {
        var member = TestReferences.Compile("").GetTypeByMetadataName("Microsoft.Extensions.AI.ChatResponse")!.GetMembers("Text").Single();
        Assert.Empty(KnowledgeBase.For(["System.Runtime"], default).RolesOf(member));
        Assert.NotEmpty(KnowledgeBase.For(["Microsoft.Extensions.AI.Abstractions"], default).RolesOf(member));
    }

    [Fact]
    public void GateOpensForLibrariesAlone()
    {
        Assert.False(KnowledgeBase.MentionsModelLibrary(["System.Runtime", "System.Net.Http", "Azure.Core", "System.ClientModel"]));
        Assert.True(KnowledgeBase.MentionsModelLibrary(["System.Runtime", "OpenAI"]));
        Assert.False(KnowledgeBase.For(["System.Runtime"], default).HasModelLibrary);
        Assert.True(With("model-call M:My.Llm.Ask return").HasModelLibrary);
    }

    [Fact]
    public void NamesAreThoseOfSourceText()
    {
        var names = With("act M:A.Go\nact M:N.B`1.#ctor\nact T:N.FlyAttribute\nact M:A.op_Implicit\nact P:A.Item\npipe M:A.Stop").NamesOf(role => role == Role.Act);
        Assert.Equal(["B", "Fly", "FlyAttribute", "Go", "Item"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EqualFilesShareOneInstance()
    {
        ImmutableArray<ModelsFile> Files(string text) => [ModelsParser.Parse("a", text)];
        Assert.Same(KnowledgeBase.For(["OpenAI"], Files("act M:A.Go")), KnowledgeBase.For(["OpenAI", "Other"], Files("act M:A.Go")));
        Assert.NotSame(KnowledgeBase.For(["OpenAI"], Files("act M:A.Go")), KnowledgeBase.For(["OpenAI"], Files("act M:A.Stop")));
        Assert.NotSame(KnowledgeBase.For(["OpenAI"], default), KnowledgeBase.For(["OllamaSharp"], default));
    }

    [Fact]
    public void ManyThreadsGetTheSameAnswers()
    {
        var members = TestReferences.Compile("").GetTypeByMetadataName("System.IO.File")!.GetMembers();
        var expected = members.Select(member => With("").RolesOf(member).Length).ToArray();
        var fresh = With("act M:No.Such");
        Parallel.For(0, 16, _ => Assert.Equal(expected, members.Select(member => fresh.RolesOf(member).Length)));
    }
}
