using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>The members of <c>Microsoft.Extensions.DependencyInjection</c> by which services are registered and asked for.</summary>
internal static class Container
{
    private const string Space = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Registrations; each with <c>Try</c> before it, and with <c>Keyed</c> within.</summary>
    private static readonly ImmutableArray<string> Lifetimes = ImmutableArray.Create("Singleton", "Scoped", "Transient");

    private static readonly ImmutableArray<string> Adding = Lifetimes
        .SelectMany(lifetime => new[] { "Add" + lifetime, "TryAdd" + lifetime, "AddKeyed" + lifetime, "TryAddKeyed" + lifetime })
        .Append("AddHttpClient").ToImmutableArray();

    /// <summary>Every word by which a registration may be found.</summary>
    public static readonly ImmutableArray<string> Words = Adding.AddRange(new[] { "ServiceDescriptor", "Decorate", "Scan" });

    /// <summary>True for a call that says which type a service has.</summary>
    public static bool IsRegistration(IMethodSymbol method) =>
        IsDescriptor(method.ContainingType)
            ? method.MethodKind == MethodKind.Constructor || method.Name is "Describe" or "DescribeKeyed" || Lifetimes.Any(method.Name.EndsWith)
            : Adding.Contains(method.Name) && IsOnServices(method);

    public static bool IsKeyed(IMethodSymbol method) => method.Parameters.Any(parameter => parameter.Name == "serviceKey");

    /// <summary>True for a call after which registrations mean something else: what it wraps or adds is out of sight.</summary>
    public static bool IsOpening(IMethodSymbol method) => method.Name is "Scan" or "Decorate" && IsOnServices(method);

    /// <summary>The service that a call asks a container for, and its key; null for other calls.</summary>
    public static (ITypeSymbol Service, string? Key)? Asked(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isKeyed = method.Name is "GetKeyedService" or "GetRequiredKeyedService";
        if (!(isKeyed || method.Name is "GetService" or "GetRequiredService") || !IsProvider(method))
        {
            return null;
        }

        var service = method.TypeArguments.Length == 1 ? method.TypeArguments[0]
            : (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "serviceType")?.Value as ITypeOfOperation)?.TypeOperand;
        var key = isKeyed ? Key(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "serviceKey")?.Value) : null;
        return service is null || (isKeyed && key is null) ? null : (service, key);
    }

    /// <summary>A key that is written down, as text; null for any other.</summary>
    public static string? Key(IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value?.ConstantValue is { HasValue: true, Value: { } key } ? Key(key, value.Type) : null;
    }

    /// <summary>True if a container fills the parameter, with the key it asks for; an unreadable key is none.</summary>
    public static bool IsMarked(IParameterSymbol parameter, out string? key)
    {
        key = null;
        foreach (var attribute in parameter.GetAttributes())
        {
            var name = attribute.AttributeClass is { } type ? Types.FullName(type) : "";
            if (name == Space + ".FromKeyedServicesAttribute")
            {
                key = attribute.ConstructorArguments.FirstOrDefault() is { Kind: not TypedConstantKind.Array, Value: { } value } given
                    ? Key(value, given.Type)
                    : "";
                return true;
            }

            if (name == "Microsoft.AspNetCore.Mvc.FromServicesAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(object value, ITypeSymbol? type) =>
        type?.Name + ":" + Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsOnServices(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty
        && (method.ReducedFrom ?? method) is { IsExtensionMethod: true, Parameters: { IsEmpty: false } parameters }
        && Types.FullName(parameters[0].Type) == Space + ".IServiceCollection";

    private static bool IsDescriptor(ITypeSymbol? type) => type is not null && Types.FullName(type) == Space + ".ServiceDescriptor";

    private static bool IsProvider(IMethodSymbol method) =>
        Types.FullName(method.ContainingType) is "System.IServiceProvider" or Space + ".ServiceProviderServiceExtensions"
            or Space + ".ServiceProviderKeyedServiceExtensions" or Space + ".ISupportRequiredService" or Space + ".IKeyedServiceProvider";
}
