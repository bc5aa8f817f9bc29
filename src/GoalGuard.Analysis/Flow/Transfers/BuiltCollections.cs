namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Collection expressions of the program's own types. The compiler hands what is listed to the method that the type names as its builder, or makes an object
/// and adds each element; neither call stands in the source.
/// </summary>
internal static class BuiltCollections
{
    /// <summary>The method that takes what is listed: the builder takes all, <c>Add</c> one at a time. Null for arrays and collections of libraries.</summary>
    public static IMethodSymbol? Method(Bodies bodies, IOperation expression)
    {
        var type = expression.Type ?? bodies.Model(expression.Syntax.SyntaxTree)?.GetTypeInfo(expression.Syntax).ConvertedType;
        return type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } own ? Builder(own) ?? Adder(own) : null;
    }

    /// <summary>The object that is made of these elements; null where it simply holds them.</summary>
    public static Value? Make(Frame frame, IOperation expression, ImmutableArray<IOperation> elements, Func<Value> list)
    {
        if (Method(frame.Engine.Bodies, expression) is not { } method)
        {
            return null;
        }

        if (method.IsStatic)
        {
            return Summaries.Invoke(frame, expression, method, _ => list());
        }

        var made = new Value { Id = frame.Fresh(expression) };
        var call = new Call(expression, method, null, ImmutableArray<Microsoft.CodeAnalysis.Operations.IArgumentOperation>.Empty);
        foreach (var element in elements)
        {
            Summaries.Apply(
                frame, call, frame.Engine.Members.Targets(method, frame.Method.Cancellation), isOpen: true,
                index => index == Origin.Receiver ? made : index == 0 ? frame[element] : Value.Empty);
        }

        return made;
    }

    private static IMethodSymbol? Builder(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "CollectionBuilderAttribute", ConstructorArguments: { Length: 2 } named }
                && named[0].Value is INamedTypeSymbol builder && named[1].Value is string name)
            {
                return builder.OriginalDefinition.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: true, Parameters.Length: 1 });
            }
        }

        return null;
    }

    private static IMethodSymbol? Adder(INamedTypeSymbol type) => Types.IsCollection(type)
        ? type.OriginalDefinition.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.Length: 1 })
        : null;
}
