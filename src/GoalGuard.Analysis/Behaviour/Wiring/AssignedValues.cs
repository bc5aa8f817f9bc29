using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>
/// Everything that is assigned to a field, a property or a constructor's parameter: where it is declared, and in the members of its type that may.
/// </summary>
internal static class AssignedValues
{
    /// <summary>The values with the members that assign them; a null value for a way to assign that says nothing of it.</summary>
    public static IEnumerable<(IOperation? Value, ISymbol Member)> Of(Engine engine, ISymbol state, CancellationToken cancellation)
    {
        foreach (var initializer in engine.Bodies.Operations(state, cancellation).OfType<ISymbolInitializerOperation>())
        {
            yield return (initializer.Value, state);
        }

        foreach (var writer in Writers(engine, state, cancellation))
        {
            foreach (var reference in engine.Bodies.Operations(writer, cancellation).SelectMany(body => body.Descendants()))
            {
                if (SymbolEqualityComparer.Default.Equals(Referenced(reference)?.OriginalDefinition, state) && IsAssigned(reference))
                {
                    yield return (Assigned(reference), writer);
                }
            }
        }
    }

    /// <summary>A primary constructor's parameter is assigned like a field, any other in its constructor alone.</summary>
    private static IEnumerable<ISymbol> Writers(Engine engine, ISymbol state, CancellationToken cancellation) => state switch
    {
        not IParameterSymbol => StateWriters.Of(engine, state, cancellation),
        { ContainingSymbol: { } constructor } when !IsPrimary(constructor) => new[] { constructor },
        _ => engine.Index.Writing(Words.Hash(state.ContainingType.Name), Words.Hash(state.Name))
            .SelectMany(member => engine.Members.Symbols(member, cancellation)),
    };

    private static bool IsPrimary(ISymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static ISymbol? Referenced(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };

    private static bool IsAssigned(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };

    private static IOperation? Assigned(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Value,
        ICoalesceAssignmentOperation assignment => assignment.Value,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation { Value: var value } } tuple =>
            Unconverted(value) is ITupleOperation values && values.Elements.Length == tuple.Elements.Length
                ? values.Elements[tuple.Elements.IndexOf(reference)]
                : null,
        _ => null,
    };

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? conversion.Operand : value;
}
