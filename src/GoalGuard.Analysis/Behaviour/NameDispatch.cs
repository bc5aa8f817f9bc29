using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Is a member of this program called on an object that was chosen by a name which a model wrote? <c>tools[call.Name].RunAsync(…)</c>,
/// <c>tools.First(tool => tool.Name == name).RunAsync(…)</c>, a registry's look-up, a switch. Then whatever stands behind the member is a tool.
/// </summary>
internal sealed class NameDispatch(Engine engine)
{
    private readonly ModelOrigins _origins = new(engine);

    public bool IsDispatched(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var (call, member) in Callers.Of(engine, method, cancellation))
        {
            if (Keys(call.Instance, member, 0, cancellation).Any(key => _origins.MayBeModels(key, member, cancellation)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many variables and helpers the chosen object may go through.</summary>
    private const int MaxSteps = 6;

    /// <summary>The texts by which an object was chosen.</summary>
    private IEnumerable<IOperation> Keys(IOperation? chosen, ISymbol member, int steps, CancellationToken cancellation)
    {
        if (chosen is null || steps > MaxSteps)
        {
            return Enumerable.Empty<IOperation>();
        }

        return chosen switch
        {
            IConversionOperation conversion => Keys(conversion.Operand, member, steps + 1, cancellation),
            IAwaitOperation await => Keys(await.Operation, member, steps + 1, cancellation),
            IParenthesizedOperation parenthesized => Keys(parenthesized.Operand, member, steps + 1, cancellation),
            ICoalesceOperation coalesce => Keys(coalesce.Value, member, steps + 1, cancellation),
            IConditionalAccessOperation access => Keys(access.Operation, member, steps + 1, cancellation),
            IConditionalAccessInstanceOperation => Keys(Accessed(chosen), member, steps + 1, cancellation),
            ISwitchExpressionOperation { Value: { } value } => Texts(new[] { value }),
            IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments } => Texts(arguments.Select(argument => argument.Value)),
            IInvocationOperation call => OfCall(call, member, steps, cancellation),
            ILocalReferenceOperation local => Definitions.Of(local.Local, local).SelectMany(value => Keys(value, member, steps + 1, cancellation))
                .Concat(Comparisons.With(Definitions.Root(local), local.Local)),
            _ => Enumerable.Empty<IOperation>(),
        };
    }

    private IEnumerable<IOperation> OfCall(IInvocationOperation call, ISymbol member, int steps, CancellationToken cancellation)
    {
        var texts = Texts(call.Arguments.Select(argument => argument.Value)).ToList();
        var lambda = call.Arguments.SelectMany(argument => argument.DescendantsAndSelf()).OfType<IAnonymousFunctionOperation>().FirstOrDefault();
        if (lambda?.Symbol.Parameters.FirstOrDefault() is { } element)
        {
            texts.AddRange(Comparisons.With(lambda.Body, element));
        }

        return texts.Count > 0 ? texts : Keys(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, member, steps + 1, cancellation);
    }

    private static IEnumerable<IOperation> Texts(IEnumerable<IOperation> values) =>
        values.Where(value => Flow.Types.IsString(value.Type) && !value.ConstantValue.HasValue);

    private static IOperation? Accessed(IOperation instance)
    {
        for (var at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access)
            {
                return access.Operation;
            }
        }

        return null;
    }
}
