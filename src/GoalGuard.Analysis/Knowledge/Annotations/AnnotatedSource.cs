using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>The declarations of a tree that carry what is named like an annotation. Nothing is bound, and no body is entered.</summary>
internal static class AnnotatedSource
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<AnnotatedName>>> Known = new();

    /// <summary>Kept as long as the tree.</summary>
    public static ImmutableArray<AnnotatedName> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known.Value;
        }

        var found = Find(tree, cancellation);
        return Known.GetValue(tree, _ => new StrongBox<ImmutableArray<AnnotatedName>>(found)).Value;
    }

    private static ImmutableArray<AnnotatedName> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<AnnotatedName>();
        if (tree.GetRoot(cancellation) is not CompilationUnitSyntax root)
        {
            return found.ToImmutable();
        }

        var open = new Stack<(SyntaxList<MemberDeclarationSyntax> Members, string Prefix, string? Type)>();
        open.Push((root.Members, "", null));
        while (open.Count > 0)
        {
            var (members, prefix, type) = open.Pop();
            foreach (var member in members)
            {
                switch (member)
                {
                    case BaseNamespaceDeclarationSyntax space:
                        open.Push((space.Members, prefix + string.Concat(space.Name.ToString().Where(c => !char.IsWhiteSpace(c) && c != '@')) + ".", null));
                        break;
                    case TypeDeclarationSyntax { Identifier.ValueText: "" } block:
                        // What stands in an extension block belongs to the static class around it.
                        open.Push((block.Members, prefix, type));
                        break;
                    case TypeDeclarationSyntax declared:
                        var name = prefix + MetadataName(declared);
                        Add(found, name, null, IsMarked(declared.AttributeLists));
                        Add(found, name, WellKnownMemberNames.InstanceConstructorName, IsMarked(declared.ParameterList));
                        open.Push((declared.Members, name + "+", name));
                        break;
                    case not null when type is not null:
                        AddMember(found, type, member);
                        break;
                }
            }
        }

        return found.ToImmutable();
    }

    private static string MetadataName(TypeDeclarationSyntax type) =>
        type.Identifier.ValueText + (type.TypeParameterList is { Parameters.Count: > 0 and var arity } ? "`" + arity : "");

    private static void AddMember(ImmutableArray<AnnotatedName>.Builder found, string type, MemberDeclarationSyntax member)
    {
        var isMarked = IsMarked(member.AttributeLists);
        switch (member)
        {
            case MethodDeclarationSyntax method:
                Add(found, type, method.Identifier.ValueText, isMarked || IsMarked(method.ParameterList));
                break;
            case ConstructorDeclarationSyntax constructor:
                Add(found, type, WellKnownMemberNames.InstanceConstructorName, isMarked || IsMarked(constructor.ParameterList));
                break;
            case PropertyDeclarationSyntax property:
                Add(found, type, property.Identifier.ValueText, isMarked);
                break;
            case IndexerDeclarationSyntax indexer:
                Add(found, type, WellKnownMemberNames.Indexer, isMarked || indexer.ParameterList.Parameters.Any(parameter => IsMarked(parameter.AttributeLists)));
                break;
            case BaseFieldDeclarationSyntax field when isMarked:
                found.AddRange(field.Declaration.Variables.Select(variable => new AnnotatedName(type, variable.Identifier.ValueText)));
                break;
        }
    }

    private static void Add(ImmutableArray<AnnotatedName>.Builder found, string type, string? member, bool isMarked)
    {
        if (isMarked)
        {
            found.Add(new AnnotatedName(type, member));
        }
    }

    private static bool IsMarked(ParameterListSyntax? parameters)
    {
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            if (IsMarked(parameter.AttributeLists))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarked(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (AnnotationNames.Contains(Unqualified(attribute.Name).Identifier.ValueText))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SimpleNameSyntax Unqualified(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => (SimpleNameSyntax)name,
    };
}
