using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// Entries whose type inherits the member that they name: a library's older version declared it there, the present one in a base
/// class. Looking types up by name is slow, so each assembly is asked once per member name.
/// </summary>
internal sealed class MovedMembers
{
    private readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, ImmutableArray<Heir>>> _heirs = new();

    /// <summary>What is written about this member under the name of a derived type of the same assembly.</summary>
    public IEnumerable<MemberEntries> UpTo(ISymbol member, INamedTypeSymbol type, Dictionary<string, MemberEntries> byType)
    {
        var canBeInherited = !type.IsSealed && !type.IsStatic && type.TypeKind is TypeKind.Class or TypeKind.Interface;
        if (!canBeInherited || member is IMethodSymbol { MethodKind: MethodKind.Constructor } || member.ContainingAssembly is not { } assembly)
        {
            yield break;
        }

        var heirs = _heirs.GetOrCreateValue(assembly).GetOrAdd(member.Name, name => FindHeirs(assembly, name, byType));
        foreach (var heir in heirs)
        {
            if (InheritsFrom(heir.Type, type))
            {
                yield return heir.Entries;
            }
        }
    }

    private static ImmutableArray<Heir> FindHeirs(IAssemblySymbol assembly, string member, Dictionary<string, MemberEntries> byType)
    {
        var found = ImmutableArray.CreateBuilder<Heir>();
        foreach (var pair in byType)
        {
            if (assembly.NamespaceNames.Contains(NamespaceOf(pair.Key))
                && assembly.GetTypeByMetadataName(pair.Key) is { } type
                && type.GetMembers(member).IsEmpty)
            {
                found.Add(new Heir(type, pair.Value));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The innermost namespace of a type that is not nested.</summary>
    private static string NamespaceOf(string type)
    {
        var end = type.LastIndexOf('.');
        return end < 0 ? "" : SymbolNames.LastPart(type.Substring(0, end));
    }

    private static bool InheritsFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(above.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return other.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(face => SymbolEqualityComparer.Default.Equals(face.OriginalDefinition, other.OriginalDefinition));
    }

    private readonly record struct Heir(INamedTypeSymbol Type, MemberEntries Entries);
}
