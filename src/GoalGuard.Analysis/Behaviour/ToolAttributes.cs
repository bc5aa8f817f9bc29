using System.Collections.Concurrent;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Attributes that make tools of methods. One that this program declares counts if something that looks for it also sees a model; one of
/// another project or an unknown package, if its name says tool.
/// </summary>
internal sealed class ToolAttributes(Engine engine)
{
    private const string Suffix = "Attribute";

    /// <summary>By what a program finds the methods that an attribute marks.</summary>
    private static readonly ImmutableArray<uint> LookUps =
        ImmutableArray.Create("GetCustomAttribute", "GetCustomAttributes", "IsDefined", "CustomAttributes", "GetCustomAttributesData").Select(Words.Hash).ToImmutableArray();

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _own = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<uint>> _ownNames = new(() => OwnNames(engine));

    /// <summary>True if the member may carry such an attribute, by names.</summary>
    public bool MayMark(IndexedMember member) => member.Member.Words.Any(word => ToolLexicon.IsCommonName(word) || _ownNames.Value.Contains(word));

    /// <summary>True if an attribute makes a tool of the method.</summary>
    public bool Mark(IMethodSymbol method, CancellationToken cancellation) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && Marks(type, cancellation));

    private bool Marks(INamedTypeSymbol attribute, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(attribute.ContainingAssembly, engine.Compilation.Assembly) && attribute.TypeKind != TypeKind.Error
            ? _own.TryGetValue(attribute, out var known) ? known : _own.GetOrAdd(attribute, IsLookedUp(attribute))
            : !KnowledgeBase.IsModelled(attribute.ContainingAssembly?.Name ?? "") && ToolLexicon.NamesTool(attribute.Name);

    /// <summary>Someone who looks for the attribute sees a model, or is called by someone who does.</summary>
    private bool IsLookedUp(INamedTypeSymbol attribute) =>
        engine.Index.Mentioning(Words.Hash(attribute.Name))
            .Where(member => LookUps.Any(member.Member.Mentions))
            .Any(member => SeesModel(member, 0));

    /// <summary>How many members may stand between the look-up and the model.</summary>
    private const int MaxCallers = 4;

    private bool SeesModel(IndexedMember member, int depth) =>
        engine.Index.IsSource(member)
        || (depth < MaxCallers && member.Member.Type >= 0
            && engine.Index.Mentioning(member.Member.Name)
                .Where(caller => caller.Index.Mentions(member.Index.Types[member.Member.Type].Name))
                .Any(caller => SeesModel(caller, depth + 1)));

    /// <summary>The names, as source text writes them, of the attributes that this program declares.</summary>
    private static HashSet<uint> OwnNames(Engine engine)
    {
        var names = new HashSet<uint>();
        foreach (var (tree, type) in engine.Index.Inheriting(Words.Hash(Suffix)))
        {
            if (tree.GetRoot().FindNode(type.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration)
            {
                var name = declaration.Identifier.ValueText;
                names.Add(Words.Hash(name));
                names.Add(Words.Hash(name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name));
            }
        }

        return names;
    }
}
