namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The value of a field or automatic property when a member begins: joined over its initializer and everything in its type that
/// assigns it, found by the index. Solved like a member, so that writers and readers that need each other settle together.
/// </summary>
internal static class StateValues
{
    /// <summary>The parameter number that stands for all static fields in a summary's writes.</summary>
    public const int StaticOwner = Origin.Receiver - 1;

    public static bool IsState(ISymbol member) => member is IFieldSymbol or IPropertySymbol;

    /// <summary>True if asking is worth it: nothing is learnt of services.</summary>
    public static bool IsWorthAsking(ISymbol member) =>
        member.Locations.Any(location => location.IsInSource)
        && member switch
        {
            IFieldSymbol field => !field.IsConst && Holds(field.Type),
            IPropertySymbol property => property.Parameters.IsEmpty && Holds(property.Type),
            _ => false,
        };

    private static bool Holds(ITypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Interface => Types.IsCollection(type),
            TypeKind.TypeParameter or TypeKind.Pointer or TypeKind.FunctionPointer => false,
            _ => true,
        };

    public static MethodResult Solve(Engine engine, ISymbol state, Func<ISymbol, Summary?> lookup, CancellationToken cancellation)
    {
        SummaryValue? value = null;
        if (engine.Bodies.Graph(state, cancellation) is not null)
        {
            var initializer = new MethodAnalysis(engine, state, lookup, cancellation).Run();
            value = Written(initializer.Summary, state);
        }

        foreach (var writer in engine.Members.Writers(state, cancellation))
        {
            if (lookup(writer) is { } summary && Written(summary, state) is { } written)
            {
                value = value is null ? written : value.Join(written);
            }
        }

        return MethodResult.Nothing with { Summary = new Summary { Return = value ?? SummaryValue.Empty } };
    }

    /// <summary>What a writer leaves in the state; of its own parameters nothing is known here.</summary>
    private static SummaryValue? Written(Summary writer, ISymbol state)
    {
        var owner = state.IsStatic ? StaticOwner : Origin.Receiver;
        var name = state.IsStatic ? StaticName(state) : state.Name;
        return writer.Writes.TryGetValue(owner, out var members) && members.TryGetValue(name, out var value) ? Concrete(value) : null;
    }

    /// <summary>The member name under which a static field is kept among all static state.</summary>
    public static string StaticName(ISymbol state) => Types.FullName(state.ContainingType) + "." + state.Name;

    private static SummaryValue Concrete(SummaryValue value) => value with
    {
        Facts = value.Facts.Where(fact => fact.Origin.Kind != FactKind.Parameter),
        SameAsParameter = null,
        Members = value.Members.ToImmutableDictionary(pair => pair.Key, pair => Concrete(pair.Value)),
    };
}
