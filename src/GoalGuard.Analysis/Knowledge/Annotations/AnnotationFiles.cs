using System.Runtime.CompilerServices;

namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>
/// What annotations say about the members of a program and of what it references, as models files: so they mean what a line means,
/// everywhere. Programs without them pay a look at the names that their references reference.
/// </summary>
public static class AnnotationFiles
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<ModelsFile?>> OfAssemblies = new();

    /// <summary>True if the program, or an assembly that it references, may have annotations.</summary>
    public static bool MayBeIn(Compilation compilation)
    {
        if (IsDeclared(compilation.GlobalNamespace))
        {
            return true;
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (Mentions(assembly))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One file for each assembly that has annotations, the program's own included.</summary>
    public static ImmutableArray<ModelsFile> Of(Compilation compilation, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<ModelsFile>();
        if (!MayBeIn(compilation))
        {
            return files.ToImmutable();
        }

        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && (Mentions(assembly) || IsDeclared(assembly.GlobalNamespace))
                && OfReferenced(reference, assembly, cancellation) is { } file)
            {
                files.Add(file);
            }
        }

        var own = compilation.SyntaxTrees.SelectMany(tree => AnnotatedSource.In(tree, cancellation));
        if (Read(compilation.Assembly, own, cancellation) is { } mine)
        {
            files.Add(mine);
        }

        return files.ToImmutable();
    }

    private static bool Mentions(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var referenced in module.ReferencedAssemblies)
            {
                if (string.Equals(referenced.Name, AnnotationNames.Assembly, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDeclared(INamespaceSymbol root)
    {
        foreach (var outer in root.GetMembers("GoalGuard").OfType<INamespaceSymbol>())
        {
            if (outer.GetMembers("Annotations").Any(member => member is INamespaceSymbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An assembly's symbol outlives edits of the program, and so does what its annotations say.</summary>
    private static ModelsFile? OfReferenced(MetadataReference reference, IAssemblySymbol assembly, CancellationToken cancellation)
    {
        if (OfAssemblies.TryGetValue(assembly, out var known))
        {
            return known.Value;
        }

        var names = reference switch
        {
            PortableExecutableReference image => AnnotatedMetadata.In(image),
            CompilationReference other => other.Compilation.SyntaxTrees.SelectMany(tree => AnnotatedSource.In(tree, cancellation)),
            _ => Enumerable.Empty<AnnotatedName>(),
        };
        var file = Read(assembly, names, cancellation);
        return OfAssemblies.GetValue(assembly, _ => new StrongBox<ModelsFile?>(file)).Value;
    }

    private static ModelsFile? Read(IAssemblySymbol assembly, IEnumerable<AnnotatedName> names, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var name in names.Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            if (assembly.GetTypeByMetadataName(name.Type) is { } type)
            {
                lines.AddRange(Declarations(type, name.Member).Select(Owner).SelectMany(AnnotationReader.Lines));
            }
        }

        return lines.Count == 0 ? null : ModelsParser.Parse("annotations of " + assembly.Name, string.Join("\n", lines.Distinct().OrderBy(line => line, StringComparer.Ordinal)));
    }

    /// <summary>Metadata keeps the parameters of an indexer at its accessors.</summary>
    private static ISymbol Owner(ISymbol declaration) => declaration is IMethodSymbol { AssociatedSymbol: { } property } ? property : declaration;

    /// <summary>An indexer is called <c>this[]</c> by its symbol and <c>Item</c> in metadata.</summary>
    private static IEnumerable<ISymbol> Declarations(INamedTypeSymbol type, string? member) => member switch
    {
        null => new[] { type },
        "Item" => type.GetMembers(member).Concat(type.GetMembers(WellKnownMemberNames.Indexer)),
        _ => type.GetMembers(member),
    };
}
