using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Properties that only their own type assigns (<c>Last { get; private set; }</c>), of objects that come from elsewhere: what the members of the type put into
/// any object of it. Of an object that a member makes for itself, it knows better.
/// </summary>
internal static class KeptProperties
{
    /// <summary>True for a property that others only read.</summary>
    public static bool Are(ISymbol member) => member is IPropertySymbol
    {
        IsStatic: false, IsIndexer: false, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false,
        SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Private or Accessibility.Protected },
    };

    /// <summary>True for what may be an object from elsewhere: not a local, not the own one.</summary>
    public static bool AreHeldBy(IOperation? owner) =>
        owner is IParameterReferenceOperation or IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation };

    /// <summary>What was read, or what others put there.</summary>
    public static Value Join(Frame frame, IPropertyReferenceOperation reference, Value read)
    {
        var property = reference.Property.OriginalDefinition;
        if ((!property.IsAbstract && !Are(property)) || !AreHeldBy(Assignments.Original(frame, reference.Instance)))
        {
            return read;
        }

        foreach (var meant in Meant(frame, property).Where(meant => frame.Engine.Meetings(frame.Method.Cancellation).Holds(meant)).Take(MemberFinder.MaxTargets))
        {
            if (frame.Method.Lookup(new Question(meant, false)) is { } summary)
            {
                var identity = frame.Method.Intern((reference.Syntax, meant), meant.Name);
                read = Either.Of(frame, (reference.Syntax, "kept"), read, Placing.Place(frame, identity, summary.Return, new Value { Id = identity }));
            }
        }

        return read;
    }

    /// <summary>The property itself, or the automatic ones that stand for it.</summary>
    private static IEnumerable<IPropertySymbol> Meant(Frame frame, IPropertySymbol property) => !property.IsAbstract
        ? new[] { property }
        : frame.Engine.Members.Derived(property.ContainingType, frame.Method.Cancellation)
            .Select(type => property.ContainingType.TypeKind == TypeKind.Interface
                ? type.FindImplementationForInterfaceMember(property) as IPropertySymbol
                : type.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault(found => found.IsOverride))
            .OfType<IPropertySymbol>().Select(found => found.OriginalDefinition)
            .Where(found => found.GetMethod is { } getter && !frame.Engine.Members.HasBody(getter)).Distinct<IPropertySymbol>(SymbolEqualityComparer.Default);
}
