namespace GoalGuard.Analyzers.Exports;

/// <summary>Which members other projects see.</summary>
internal static class Visibility
{
    public static bool IsVisible(ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The member itself, and those of this program that it overrides or implements, as far as others see them.</summary>
    public static IEnumerable<IMethodSymbol> Forms(IMethodSymbol method)
    {
        var forms = new List<IMethodSymbol> { method };
        for (var at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            forms.Add(at.OriginalDefinition);
        }

        if (!method.IsStatic && method.ContainingType is { TypeKind: not TypeKind.Interface } type && method.MethodKind != MethodKind.Constructor)
        {
            forms.AddRange(
                from face in type.AllInterfaces
                where !face.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
                from member in face.GetMembers().OfType<IMethodSymbol>()
                where SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)
                select member.OriginalDefinition);
        }

        return forms.Where(form => SymbolEqualityComparer.Default.Equals(form.ContainingAssembly, method.ContainingAssembly) && IsVisible(form));
    }
}
