using GoalGuard.Analysis.Behaviour;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The value of a field or automatic property when a member begins: joined over its initializer and everything in its type that
/// assigns it, found by the index. Solved like a member, so that writers and readers that need each other settle together.
/// </summary>
internal static class StateValues
{
    /// <summary>The parameter number that stands for all static fields in a summary's writes.</summary>
    public const int StaticOwner = Origin.Receiver - 1;

    public static bool IsState(Question question) => !question.IsOpen && question.Symbol is IFieldSymbol or IPropertySymbol or IEventSymbol;

    /// <summary>True if asking is worth it: nothing is learnt of services.</summary>
    public static bool IsWorthAsking(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        var type = member switch
        {
            IFieldSymbol { IsConst: false } field => field.Type,
            IPropertySymbol { Parameters.IsEmpty: true } property => property.Type,
            IEventSymbol raised => raised.Type,
            _ => null,
        };
        return type is not null && !member.DeclaringSyntaxReferences.IsEmpty
            && (HoldsText(type) || engine.Knowledge.CanBeIsolated(type) || (Holds(type) && engine.Meetings(cancellation).Holds(member))
                || Behaviour.Tools.MayBeHeldBy(engine, type));
    }

    /// <summary>True for a field or property that text may be kept in, or something with text in it.</summary>
    public static bool MayHoldText(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field => HoldsText(field.Type) || Holds(field.Type),
        IPropertySymbol property => HoldsText(property.Type) || Holds(property.Type),
        IEventSymbol => true,
        _ => false,
    };

    private static bool Holds(ITypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Interface => Types.IsCollection(type) || Types.MayHoldDelegate(type),
            TypeKind.TypeParameter or TypeKind.Pointer or TypeKind.FunctionPointer => false,
            _ => !Types.CarriesNoText(type),
        };

    /// <summary>True for a property that stands for a text: asked for its constant parts.</summary>
    public static bool IsTextual(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { SetMethod: null } property } && HoldsText(property.Type);

    /// <summary>A text, a pattern, or a collection: may be a root directory, a constant address, or a list of what is allowed.</summary>
    public static bool HoldsText(ITypeSymbol type) =>
        Types.IsString(type) || Types.IsCollection(type) || type.IsTupleType
        || Types.FullName(type) is "System.Text.RegularExpressions.Regex" or "System.Uri" or "System.Char";

    public static MethodResult Solve(Engine engine, ISymbol state, Shapes shapes, Func<Question, Summary?> lookup, CancellationToken cancellation)
    {
        SummaryValue? value = null;
        if (shapes.Graph(state) is not null)
        {
            var initializer = new MethodAnalysis(engine, new Question(state, IsOpen: true), shapes, lookup, _ => null, cancellation).Run();
            value = Written(initializer.Summary, state, isOwn: true) is { } written ? Concrete(written) : null;
        }

        // Of a model's words that it may hold, some may be what other members gave to those that assign it.
        var isHeld = engine.Meetings(cancellation).Holds(state);
        var writers = StateWriters.Of(engine, state, cancellation).ToList();
        for (var depth = 0; depth < MaxCallers && writers.Count > 0; depth++)
        {
            var open = new List<ISymbol>();
            foreach (var writer in writers)
            {
                // What a model sets here counts, whether or not it leads to an act: it may be the root of a check, or a list of what is allowed.
                var isOwn = SymbolEqualityComparer.Default.Equals(writer.ContainingType, state.ContainingType);
                var isOpen = depth > 0 || IsAdding(state, writer) || (isHeld && IsOrdinary(writer)) || engine.Members.HasSource(writer, cancellation);
                if (lookup(new Question(writer, isOpen)) is { } summary && Written(summary, state, isOwn) is { } written)
                {
                    value = value is null ? Concrete(written) : value.Join(Concrete(written));
                    if (HasParameters(written) && IsOrdinary(writer))
                    {
                        open.Add(writer);
                    }
                }
            }

            writers = open.SelectMany(writer => engine.Members.CallersThatSeeModel(writer, anywhere: !Types.MayHoldDelegate(TypeOf(state)), cancellation))
                .Distinct(SymbolEqualityComparer.Default).ToList()!;
        }

        return MethodResult.Nothing with { Summary = new Summary { Return = value ?? SummaryValue.Empty } };
    }

    /// <summary>How far up the callers of a writer are asked what they pass, while it is still a parameter of theirs.</summary>
    private const int MaxCallers = 3;

    /// <summary>Who else fills a list is only known if what its writers are given is followed.</summary>
    private static bool IsAdding(ISymbol state, ISymbol writer) =>
        IsOrdinary(writer)
        && TypeOf(state) is { } type && (Types.IsCollection(type) || Types.MayHoldDelegate(type));

    private static bool IsOrdinary(ISymbol writer) => writer is IMethodSymbol { MethodKind: MethodKind.Ordinary };

    public static ITypeSymbol? TypeOf(ISymbol? state) => state switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol raised => raised.Type,
        _ => null,
    };

    private static bool HasParameters(SummaryValue value) =>
        value.Facts.Has(FactKind.Parameter) || value.Members.Values.Any(HasParameters);

    /// <summary>What a writer leaves in the state: one of the type itself in its receiver, another one in some object of the type.</summary>
    private static SummaryValue? Written(Summary writer, ISymbol state, bool isOwn)
    {
        var ofAny = Written(writer, StaticOwner, StaticName(state));
        var ofOwn = isOwn && !state.IsStatic ? Written(writer, Origin.Receiver, state.Name) : null;
        return ofAny is null || ofOwn is null ? ofOwn ?? ofAny : ofOwn.Join(ofAny);
    }

    private static SummaryValue? Written(Summary writer, int owner, string name) =>
        writer.Writes.TryGetValue(owner, out var members) && members.TryGetValue(name, out var value) ? value : null;

    /// <summary>The member name under which a field is kept where no object is told apart: static ones, and those of other objects.</summary>
    public static string StaticName(ISymbol state) => StaticName(state.ContainingType, state.Name);

    public static string StaticName(ITypeSymbol type, string member) => Types.FullName(type) + "." + member;

    /// <summary>Of a writer's own parameters nothing is known here.</summary>
    private static SummaryValue Concrete(SummaryValue value) => value with
    {
        Facts = value.Facts.Where(fact => fact.Origin.Kind != FactKind.Parameter),
        SameAsParameter = null,
        Members = value.Members.ToImmutableDictionary(pair => pair.Key, pair => Concrete(pair.Value)),
    };
}
