using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Answers "who writes field F" by the index; of a field that holds delegates also "who invokes them", who leaves the arguments there.</summary>
internal static class StateWriters
{
    /// <summary>The members that may assign a field or property of their own type, and those of other types that may and do.</summary>
    public static IEnumerable<ISymbol> Of(Engine engine, ISymbol state, CancellationToken cancellation)
    {
        var own = engine.Index.Writing(Words.Hash(state.ContainingType.Name), Words.Hash(state.Name))
            .SelectMany(member => engine.Members.Symbols(member, cancellation)).Where(symbol => IsOwn(symbol, state));
        return own.Concat(Others(engine, state, cancellation)).Concat(ThroughOthers(engine, state, cancellation))
            .Where(symbol => symbol is IMethodSymbol).Distinct(SymbolEqualityComparer.Default)!;
    }

    private static IEnumerable<ISymbol> Others(Engine engine, ISymbol state, CancellationToken cancellation)
    {
        var holdsDelegates = Types.MayHoldDelegate(StateValues.TypeOf(state));
        var isOpen = IsOpen(state);
        return !holdsDelegates && !isOpen
            ? Enumerable.Empty<ISymbol>()
            : engine.Index.Meaning(Words.Hash(state.ContainingType.Name), Words.Hash(state.Name))
                .Where(member => holdsDelegates || Writes(engine, member, state, cancellation))
                .SelectMany(member => engine.Members.Symbols(member, cancellation))
                .Where(symbol => isOpen || (holdsDelegates && state.DeclaredAccessibility != Accessibility.Private) || IsOwn(symbol, state));
    }

    /// <summary>The members that fill it by way of one that hands it out: <c>Writer => _channel.Writer</c>.</summary>
    private static IEnumerable<ISymbol> ThroughOthers(Engine engine, ISymbol state, CancellationToken cancellation)
    {
        if (StateValues.TypeOf(state) is not { } type || !Carriers.IsFilled(type) || !engine.Meetings(cancellation).Holds(state))
        {
            return Enumerable.Empty<ISymbol>();
        }

        var owner = Words.Hash(state.ContainingType.Name);
        return engine.Index.Mentioning(Words.Hash(state.Name)).Where(member => member.Type == owner)
            .SelectMany(member => engine.Members.Symbols(member, cancellation)).OfType<IMethodSymbol>()
            .Where(method => IsOwn(method, state) && Carriers.IsFilled(method.ReturnType))
            .Select(method => Words.Hash((method.AssociatedSymbol ?? method).Name)).Distinct()
            .SelectMany(name => engine.Index.Meaning(owner, name).Where(member => member.Member.MayWrite(name)))
            .SelectMany(member => engine.Members.Symbols(member, cancellation));
    }

    private static bool Writes(Engine engine, IndexedMember member, ISymbol state, CancellationToken cancellation) =>
        member.Member.MayWrite(Words.Hash(state.Name)) && (state.IsStatic || engine.Meetings(cancellation).Hears(member));

    /// <summary>True if other types may assign it.</summary>
    private static bool IsOpen(ISymbol state) => state.DeclaredAccessibility != Accessibility.Private && state switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        _ => true,
    };

    private static bool IsOwn(ISymbol symbol, ISymbol state) => SymbolEqualityComparer.Default.Equals(symbol.ContainingType, state.ContainingType);
}
