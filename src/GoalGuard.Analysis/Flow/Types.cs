namespace GoalGuard.Analysis.Flow;

/// <summary>What follows from a type alone.</summary>
internal static class Types
{
    /// <summary>Numbers, dates, Guids, enums, booleans: no path, host or command fits in.</summary>
    public static bool CarriesNoText(ITypeSymbol? type)
    {
        type = Unwrap(type);
        if (type is null)
        {
            return false;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return true;
        }

        return type.SpecialType switch
        {
            SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
                or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
                or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                or SpecialType.System_DateTime or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => true,
            SpecialType.None => type is INamedTypeSymbol
            {
                Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Int128" or "UInt128" or "Half",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
            },
            _ => false,
        };
    }

    /// <summary>What a statement of this type may be: a score, a verdict, a grade.</summary>
    public static Traits TraitsOf(ITypeSymbol? type)
    {
        type = Unwrap(type);
        return type switch
        {
            null => Traits.None,
            { TypeKind: TypeKind.Enum } => Traits.Grade,
            { SpecialType: SpecialType.System_Boolean } => Traits.Truth,
            { SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double
                or SpecialType.System_Decimal } => Traits.Number,
            _ => Traits.None,
        };
    }

    /// <summary>The type that matters: below Nullable, Task and ValueTask.</summary>
    public static ITypeSymbol? Unwrap(ITypeSymbol? type)
    {
        while (type is INamedTypeSymbol { Arity: 1 } named
            && (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || named.Name is "Task" or "ValueTask"))
        {
            type = named.TypeArguments[0];
        }

        return type;
    }

    public static bool IsBoolean(ITypeSymbol? type) => Unwrap(type)?.SpecialType == SpecialType.System_Boolean;

    public static bool IsString(ITypeSymbol? type) => Unwrap(type)?.SpecialType == SpecialType.System_String;

    /// <summary>True for collections, but not for text.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol || IsEnumerable(type) || type.AllInterfaces.Any(IsEnumerable));

    private static bool IsEnumerable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable
        || type.Name is "IAsyncEnumerable" or "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory";

    /// <summary>True if a delegate may be kept in a place of this type: alone, as an element, or as what a progress reports to.</summary>
    public static bool MayHoldDelegate(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Delegate } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate }
        || type is { Name: "IProgress" or "Progress", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } parts } && parts.Any(part => part.TypeKind == TypeKind.Delegate));

    /// <summary>Full name with namespace, without type arguments.</summary>
    public static string FullName(ITypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.Name + "." + name;
        }

        var space = type.ContainingNamespace;
        return space is null || space.IsGlobalNamespace ? name : space.ToDisplayString() + "." + name;
    }

    /// <summary>A member as a person writes it: <c>File.Delete</c>, <c>new Uri</c>.</summary>
    public static string Display(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } local => local.Name,
        { ContainingType: { Name: "", ContainingType: { } around } } => around.Name + "." + symbol.Name,
        { ContainingType: { } type } => type.Name + "." + symbol.Name,
        _ => symbol.Name,
    };
}
