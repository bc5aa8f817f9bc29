namespace GoalGuard.Analysis.Behaviour;

/// <summary>The events that a subscription may mean: the event itself, or those that implement or override it.</summary>
internal static class MeantEvents
{
    public static IEnumerable<IEventSymbol> Of(Engine engine, IEventSymbol @event, CancellationToken cancellation)
    {
        var declared = @event.OriginalDefinition;
        return !declared.IsAbstract && !declared.IsVirtual
            ? new[] { declared }
            : engine.Members.Derived(declared.ContainingType, cancellation).SelectMany(type => In(type, declared))
                .Concat(declared.IsAbstract ? Array.Empty<IEventSymbol>() : new[] { declared })
                .Distinct<IEventSymbol>(SymbolEqualityComparer.Default).Take(MemberFinder.MaxTargets);
    }

    private static IEnumerable<IEventSymbol> In(INamedTypeSymbol type, IEventSymbol declared) =>
        declared.ContainingType.TypeKind == TypeKind.Interface
            ? type.AllInterfaces.Where(face => SymbolEqualityComparer.Default.Equals(face.OriginalDefinition, declared.ContainingType))
                .SelectMany(face => face.GetMembers(declared.Name).OfType<IEventSymbol>()).Select(type.FindImplementationForInterfaceMember)
                .OfType<IEventSymbol>().Select(found => found.OriginalDefinition)
            : type.GetMembers(declared.Name).OfType<IEventSymbol>().Where(found => found.IsOverride);
}
