using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>Reads what a registration says: by type arguments, by <c>typeof</c>, by a factory or by the object itself.</summary>
internal static class RegistrationReader
{
    /// <summary>The registration that a call or creation makes; null if it cannot be read.</summary>
    public static Registration? Read(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, ISymbol member)
    {
        var types = method.TypeArguments;
        var service = types.Length > 0 ? types[0] : TypeOf(arguments, "serviceType") ?? TypeOf(arguments, "service");
        if (service is not INamedTypeSymbol named)
        {
            return null;
        }

        var isKeyed = Container.IsKeyed(method);
        var key = isKeyed ? Container.Key(Argument(arguments, "serviceKey")) : null;
        if (isKeyed && key is null)
        {
            return null;
        }

        var implementation = types.Length > 1 ? types[1] : TypeOf(arguments, "implementationType");
        if (implementation is INamedTypeSymbol given)
        {
            return new Registration(Definition(named), key, Definition(given), ImmutableArray<IOperation>.Empty, member);
        }

        // By itself, unless something else makes it; a type that is computed is out of sight.
        var made = Making.Select(name => Argument(arguments, name)).FirstOrDefault(argument => argument is not null);
        return made is null
            ? new Registration(Definition(named), key, Definition(named), ImmutableArray<IOperation>.Empty, member)
            : new Registration(Definition(named), key, null, Returned(made), member);
    }

    private static readonly ImmutableArray<string> Making =
        ImmutableArray.Create("implementationType", "implementationFactory", "factory", "implementationInstance", "instance");

    /// <summary><c>typeof(IHandler&lt;&gt;)</c> is written for all that are made of the definition.</summary>
    private static INamedTypeSymbol Definition(INamedTypeSymbol type) => type.IsUnboundGenericType ? type.OriginalDefinition : type;

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    private static ITypeSymbol? TypeOf(ImmutableArray<IArgumentOperation> arguments, string name) =>
        (Argument(arguments, name) as ITypeOfOperation)?.TypeOperand;

    /// <summary>What a lambda returns; of anything else, itself.</summary>
    private static ImmutableArray<IOperation> Returned(IOperation made)
    {
        while (made is IConversionOperation or IDelegateCreationOperation)
        {
            made = made is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)made).Target;
        }

        return made is not IAnonymousFunctionOperation lambda
            ? ImmutableArray.Create(made)
            : lambda.Body.Descendants().OfType<IReturnOperation>().Where(returned => Owner(returned) == lambda)
                .Select(returned => returned.ReturnedValue).OfType<IOperation>().ToImmutableArray();
    }

    private static IOperation? Owner(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return at;
            }
        }

        return null;
    }
}
