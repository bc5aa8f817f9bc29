using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Which types a model's words may travel in: not numbers, and not the framework's services and machinery.</summary>
internal static class Carriers
{
    /// <summary>Types of the framework that hold settings, locks and other machinery. What they are asked for comes from elsewhere.</summary>
    private static readonly ImmutableHashSet<string> Machinery = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ILogger", "ILoggerFactory", "LoggerMessage", "CancellationToken", "CancellationTokenSource", "CancellationTokenRegistration",
        "IServiceProvider", "IServiceCollection",
        "IServiceScope", "IServiceScopeFactory", "HttpClient", "IHttpClientFactory", "HttpMessageHandler", "SemaphoreSlim", "Timer", "PeriodicTimer",
        "TimeProvider", "Stopwatch", "Thread", "Random",
        "Activity", "ActivitySource", "Meter", "Counter", "Histogram", "JsonSerializerOptions",
        "JsonTypeInfo", "JsonPropertyInfo", "JsonPropertyInfoValues", "JsonParameterInfoValues",
        "JsonObjectInfoValues", "JsonCollectionInfoValues", "JsonConverter", "IJsonTypeInfoResolver", "JsonSerializerContext",
        "Encoding", "CultureInfo", "StringComparer", "IEqualityComparer", "IComparer", "SearchValues", "BindingFlags", "IMeterFactory",
        "IHostApplicationLifetime", "IHostEnvironment", "IDisposable", "IAsyncDisposable",
        "HttpResponseHeaders", "HttpRequestHeaders");

    /// <summary>What whoever is given it may put something into.</summary>
    private static readonly ImmutableHashSet<string> Fillable =
        ImmutableHashSet.Create(StringComparer.Ordinal, "StringBuilder", "StringWriter", "MemoryStream", "Channel", "ChannelWriter", "TaskCompletionSource");

    /// <summary>True for objects of the framework that somebody fills and somebody else, who may know another end of them, reads.</summary>
    public static bool IsFilled(ITypeSymbol type) => (Fillable.Contains(type.Name) || type.Name == "ChannelReader") && IsFramework(type.ContainingNamespace);

    /// <summary>True if whoever is given it may fill it: a list, a builder, a delegate with its arguments, an object of the program.</summary>
    public static bool IsFillable(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || Types.MayHoldDelegate(type)
        || (!Types.IsString(type) && type.TypeKind is TypeKind.Class or TypeKind.Array or TypeKind.Interface
            && ((!type.DeclaringSyntaxReferences.IsEmpty && type.TypeKind != TypeKind.Interface) || Types.IsCollection(type) || Fillable.Contains(type.Name)));

    /// <summary>What is written to such a stream leaves the program; a stream in memory is another type.</summary>
    public static bool IsOutlet(ITypeSymbol? type) => type is not null && Outlets.Contains(type.Name) && IsFramework(type.ContainingNamespace);

    private static readonly ImmutableHashSet<string> Outlets =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Stream", "FileStream", "NetworkStream", "PipeStream", "PipeWriter", "PipeReader", "IDuplexPipe");

    public static bool May(ITypeSymbol? type)
    {
        type = Types.Unwrap(type);
        if (type is null)
        {
            return true;
        }

        return type.SpecialType != SpecialType.System_Void && !Types.CarriesNoText(type) && !(type.Name is "Task" or "ValueTask") && !IsMachinery(type);
    }

    /// <summary>
    /// True for a number, or a name that a library gives to one: which process, which key, how much. It holds no words, but whoever chose it chose what happens.
    /// </summary>
    public static bool IsChosen(ITypeSymbol? type)
    {
        type = Types.Unwrap(type);
        return Types.TraitsOf(type) == Traits.Number
            || (type is { TypeKind: TypeKind.Enum, DeclaringSyntaxReferences.IsEmpty: true } && !IsFramework(type.ContainingNamespace));
    }

    /// <summary>True for what a message carries, which says nothing of where the message goes.</summary>
    public static bool IsPayload(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "HttpContent" && IsFramework(at.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for services and settings of the framework.</summary>
    public static bool IsMachinery(ITypeSymbol? type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            if (Machinery.Contains(at.Name) && IsFramework(at.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name is "System" or "Microsoft";
    }
}
