using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Fields and properties: their getter, their initializer, or what constructors assign to those that nobody else can assign to.</summary>
internal static class StateMembers
{
    /// <summary>Constructors that are asked what they assign.</summary>
    private const int MaxConstructors = 4;

    /// <summary>Null where nothing is known. What may be assigned elsewhere is what it begins with or something else.</summary>
    public static AssembledText? Of(TextSlice slice, ISymbol member, IOperation reference)
    {
        if (Getter(slice, member) is { } computed)
        {
            return computed;
        }

        if (member is IPropertySymbol property && Parameters.OfRecord(property) is { } positional)
        {
            return slice.Through(positional, () => Parameters.Of(slice, positional)) is { } passed ? OrElse(slice, member, passed, reference) : null;
        }

        var initial = Initial(slice, member) ?? (IsFixed(member) ? Assigned(slice, member) : null);
        return initial is null ? null : OrElse(slice, member, initial, reference);
    }

    private static AssembledText OrElse(TextSlice slice, ISymbol member, AssembledText initial, IOperation reference) =>
        IsFixed(member) ? initial : Alternatives.Of(initial, AssembledText.Of(slice.Hole(reference)));

    /// <summary>True if it keeps what initializer and constructors give it.</summary>
    private static bool IsFixed(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null,
        _ => false,
    };

    private static AssembledText? Getter(TextSlice slice, ISymbol member)
    {
        if (member is not IPropertySymbol { GetMethod: { } getter })
        {
            return null;
        }

        var targets = slice.Engine.Members.Targets(getter, slice.Cancellation);
        return targets.IsEmpty ? null : Alternatives.Of(targets.Select(target => Helpers.Result(slice, target)).ToList());
    }

    private static AssembledText? Initial(TextSlice slice, ISymbol member) =>
        slice.Engine.Bodies.Operations(member, slice.Cancellation).OfType<ISymbolInitializerOperation>().FirstOrDefault() is { } initializer
            ? slice.In(initializer.Value, member)
            : null;

    private static AssembledText? Assigned(TextSlice slice, ISymbol member)
    {
        var kind = member.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor;
        var constructors = member.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.MethodKind == kind && !method.DeclaringSyntaxReferences.IsEmpty).ToList();
        if (constructors.Count is 0 or > MaxConstructors)
        {
            return null;
        }

        var texts = constructors.Select(constructor => By(slice, constructor, member)).OfType<AssembledText>().ToList();
        return texts.Count == 0 ? null : Alternatives.Of(texts);
    }

    private static AssembledText? By(TextSlice slice, IMethodSymbol constructor, ISymbol member)
    {
        foreach (var root in slice.Engine.Bodies.Operations(constructor, slice.Cancellation))
        {
            var relevance = Relevance.Of(root, _ => false, new[] { member }, slice.Cancellation);
            var walk = new Walk(slice, constructor, relevance);
            walk.Through(root);
            if (walk.Exits.State[member] is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
