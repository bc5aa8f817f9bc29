namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>What a container was told to give for a service.</summary>
/// <param name="Service">The type that is asked for; a generic definition stands for all that are made of it.</param>
/// <param name="Key">The key of a keyed service; null for the others.</param>
/// <param name="Implementation">The type that is given, where the registration names it.</param>
/// <param name="Made">Else what a factory returns, or the object itself; empty where that is out of sight.</param>
/// <param name="Member">The member in which it is registered.</param>
internal sealed record Registration(
    INamedTypeSymbol Service, string? Key, INamedTypeSymbol? Implementation, ImmutableArray<IOperation> Made, ISymbol Member);
