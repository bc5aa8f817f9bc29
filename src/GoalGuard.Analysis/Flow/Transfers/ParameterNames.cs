namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Entries name parameters as the library does; an override or an implementation may call them otherwise.</summary>
internal static class ParameterNames
{
    /// <summary>The position of the parameter that the method, or a member that it overrides or implements, calls like this; -1 if none does.</summary>
    public static int Position(IMethodSymbol method, string name)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod)
        {
            if (PositionIn(at.Parameters, name) is var position and >= 0)
            {
                return position;
            }
        }

        return method.DeclaringSyntaxReferences.IsEmpty ? -1 : Implemented(method, name);
    }

    private static int Implemented(IMethodSymbol method, string name)
    {
        foreach (var face in method.ContainingType?.AllInterfaces ?? ImmutableArray<INamedTypeSymbol>.Empty)
        {
            foreach (var member in face.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (PositionIn(member.Parameters, name) is var position and >= 0
                    && SymbolEqualityComparer.Default.Equals(method.ContainingType!.FindImplementationForInterfaceMember(member), method))
                {
                    return position;
                }
            }
        }

        return -1;
    }

    private static int PositionIn(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
