using System.Collections.Concurrent;
using GoalGuard.Analysis.Behaviour.Wiring;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Delegates that nobody fills: a field of a type that only this program sees, which its constructors take from an optional parameter, and no
/// creation passes anything. It is always null, so nothing comes of invoking it.
/// </summary>
internal sealed class UnfilledDelegates(Engine engine)
{
    private readonly ConcurrentDictionary<IFieldSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>True if the delegate that is invoked here is such a field.</summary>
    public bool IsAlwaysNull(IOperation? invoked, CancellationToken cancellation) =>
        invoked is IFieldReferenceOperation { Field: { IsStatic: false } field } && IsInternal(field)
        && (_known.TryGetValue(field, out var known) ? known : _known.GetOrAdd(field, Find(field, cancellation)));

    /// <summary>Only its own type assigns the field, and only this program makes the type.</summary>
    private static bool IsInternal(IFieldSymbol field)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || field.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        for (var type = field.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    private bool Find(IFieldSymbol field, CancellationToken cancellation)
    {
        if (engine.Bodies.Operations(field, cancellation).Any())
        {
            return false;
        }

        var parameters = new List<IParameterSymbol>();
        foreach (var writer in StateWriters.Of(engine, field, cancellation))
        {
            foreach (var value in engine.Bodies.Operations(writer, cancellation).SelectMany(body => body.Descendants()).Select(operation => Assigned(operation, field)).OfType<IOperation>())
            {
                if (value is not IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter })
                {
                    return false;
                }

                parameters.Add(parameter);
            }
        }

        return parameters.Count > 0
            && Creations.Of(engine, field.ContainingType, cancellation).All(creation => !creation.Arguments.Any(argument => Fills(argument, parameters)));
    }

    private static IOperation? Assigned(IOperation operation, IFieldSymbol field) =>
        operation is IAssignmentOperation { Target: IFieldReferenceOperation { Field: { } target } } assignment && SymbolEqualityComparer.Default.Equals(target, field)
            ? assignment.Value
            : null;

    private static bool Fills(IArgumentOperation argument, List<IParameterSymbol> parameters) =>
        argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.ConstantValue is not { HasValue: true, Value: null }
        && parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter, argument.Parameter?.OriginalDefinition));
}
