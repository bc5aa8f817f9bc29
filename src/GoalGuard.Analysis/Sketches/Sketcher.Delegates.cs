using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Lambdas, local functions and method groups: what they may be given by those who run them.</summary>
internal sealed partial class Sketcher
{
    private void GiveTo(IMethodSymbol local, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                Assign(local.OriginalDefinition.Parameters[parameter.Ordinal], this[argument.Value]);
            }
        }
    }

    /// <summary>Whoever is handed a delegate may run it with anything else that it has.</summary>
    private void GiveToLambdas(ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        if (given.IsEmpty)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            switch (Target(argument.Value))
            {
                case IAnonymousFunctionOperation lambda:
                    GiveToLambdas(new[] { lambda.Symbol }, given);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                    GiveToLambdas(new[] { local.OriginalDefinition }, given);
                    break;
                case IMethodReferenceOperation { Method: { } method } group when IsOurs(method):
                    var position = CallAt(group, MemberKey.Of(method));
                    foreach (var parameter in method.Parameters)
                    {
                        _calls[position].Give(parameter.Ordinal, given);
                    }

                    break;
                case { Type.TypeKind: TypeKind.Delegate }:
                    GiveToLambdas(_lambdas, given);
                    break;
            }
        }
    }

    private void GiveToLambdas(IEnumerable<IMethodSymbol> lambdas, InputSet given)
    {
        foreach (var lambda in lambdas)
        {
            foreach (var parameter in lambda.Parameters)
            {
                if (May(parameter.Type))
                {
                    Assign(parameter, given);
                }
            }
        }
    }

    private static IOperation Target(IOperation value)
    {
        for (var at = value; ;)
        {
            switch (at)
            {
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    at = creation.Target;
                    break;
                default:
                    return at;
            }
        }
    }
}
