using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>Every symbol of the referenced assemblies by its documentation id, found by walking, not by parsing ids.</summary>
internal sealed class DocIds
{
    private static readonly Lazy<DocIds> Shared = new(() => new DocIds(TestReferences.Compile("")));

    private readonly Dictionary<string, ISymbol> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ISymbol>> _byName = new(StringComparer.Ordinal);

    private DocIds(Compilation compilation)
    {
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                Visit(assembly.GlobalNamespace);
            }
        }
    }

    public static DocIds All => Shared.Value;

    public ISymbol? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>All overloads: members whose id without parameter list and generic arity is this one.</summary>
    public IReadOnlyList<ISymbol> Overloads(string id) => _byName.TryGetValue(Short(id), out var symbols) ? symbols : [];

    /// <summary>The id without parameter list, return type, generic arity and the nameless segment of an extension block.</summary>
    public static string Short(string id)
    {
        var open = id.IndexOfAny(['(', '~']);
        var name = open < 0 ? id : id[..open];
        var arity = name.IndexOf("``", StringComparison.Ordinal);
        name = arity < 0 ? name : name[..arity];
        var block = name.IndexOf(".<G>$", StringComparison.Ordinal);
        return block < 0 ? name : name[..block] + name[name.LastIndexOf('.')..];
    }

    private void Visit(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                Visit(inner);
            }

            if (member is not INamespaceSymbol && member.GetDocumentationCommentId() is { } id)
            {
                _byId.TryAdd(id, member);
                if (!_byName.TryGetValue(Short(id), out var overloads))
                {
                    _byName.Add(Short(id), overloads = []);
                }

                overloads.Add(member);
            }
        }
    }
}
