using GoalGuard.Analysis.Behaviour.Wiring;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// The expressions that may have made an object: looks backwards through locals, fields, properties and the callers of private members, a few steps. What it
/// cannot follow stands for itself.
/// </summary>
internal static class MadeBy
{
    private const int MaxSteps = 4;

    public static IEnumerable<IOperation> Of(Engine engine, IOperation? reference, ISymbol member, CancellationToken cancellation) =>
        Of(engine, reference, member, 0, cancellation);

    private static IEnumerable<IOperation> Of(Engine engine, IOperation? reference, ISymbol member, int steps, CancellationToken cancellation)
    {
        switch (reference)
        {
            case IConversionOperation conversion:
                return Of(engine, conversion.Operand, member, steps, cancellation);
            case ILocalReferenceOperation { Local: { } local } when steps < MaxSteps:
                return engine.Bodies.Operations(member, cancellation).SelectMany(body => Definitions.In(body, local))
                    .SelectMany(value => Of(engine, value, member, steps + 1, cancellation));
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } held when steps < MaxSteps && !held.Member.DeclaringSyntaxReferences.IsEmpty:
                return AssignedValues.Of(engine, held.Member.OriginalDefinition, cancellation)
                    .SelectMany(assigned => Of(engine, assigned.Value, assigned.Member, steps + 1, cancellation));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { DeclaredAccessibility: Accessibility.Private } method } parameter }
                when steps < MaxSteps && method.MethodKind == MethodKind.Ordinary:
                return Callers.Of(engine, method, cancellation).SelectMany(caller => caller.Call.Arguments
                    .Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
                    .SelectMany(argument => Of(engine, argument.Value, caller.Member, steps + 1, cancellation)));
            case null:
                return Enumerable.Empty<IOperation>();
            default:
                return new[] { reference };
        }
    }
}
