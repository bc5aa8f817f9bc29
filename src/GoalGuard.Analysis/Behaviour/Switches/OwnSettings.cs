using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>What parameters, fields, properties and results of the program's own are given, and by whom.</summary>
internal static class OwnSettings
{
    /// <summary>Members that may give it something: beyond this a name says nothing.</summary>
    private const int MaxMembers = 60;

    private static readonly uint New = Words.Hash("new");

    /// <summary>The members that may set it, by names.</summary>
    public static IReadOnlyList<IndexedMember> Setting(Engine engine, ISymbol setting)
    {
        var members = Mentioning(engine.Index, setting).Concat(Declaring(engine, setting)).Distinct().Take(MaxMembers + 1).ToList();
        return members.Count > MaxMembers ? Array.Empty<IndexedMember>() : members;
    }

    private static IEnumerable<IndexedMember> Declaring(Engine engine, ISymbol setting) =>
        setting.DeclaringSyntaxReferences.Select(engine.Index.At).OfType<IndexedMember>();

    private static IEnumerable<IndexedMember> Mentioning(ProgramIndex index, ISymbol setting) => setting switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } =>
            Making(index, Words.Hash(constructor.ContainingType.Name)),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } => index.Mentioning(Words.Hash(method.Name)),
        IFieldSymbol or IPropertySymbol => index.Mentioning(Words.Hash(setting.Name)),
        _ => Enumerable.Empty<IndexedMember>(),
    };

    /// <summary>Whoever makes an object of a type names it, or has the name near by: <c>new(…)</c>, <c>base(…)</c>.</summary>
    private static IEnumerable<IndexedMember> Making(ProgramIndex index, uint type) =>
        index.Mentioning(type).Concat(index.All().Where(member => member.Index.Mentions(type) && member.Member.Mentions(New)));

    /// <summary>The values that a body gives to the setting.</summary>
    public static IEnumerable<IOperation> ValuesIn(IOperation body, ISymbol setting, ISymbol member)
    {
        if (setting is IMethodSymbol method)
        {
            return Is(member, method) ? FunctionBodies.Answers(body) : Enumerable.Empty<IOperation>();
        }

        // A property that is worked out gives what its getter does.
        if (setting is IPropertySymbol property && member is IMethodSymbol { MethodKind: MethodKind.PropertyGet } getter && Is(getter.AssociatedSymbol, property))
        {
            return FunctionBodies.Answers(body);
        }

        return body.DescendantsAndSelf().Select(operation => Given(operation, setting)).OfType<IOperation>();
    }

    private static IOperation? Given(IOperation operation, ISymbol setting) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument
            when setting is IParameterSymbol asked && IsFor(parameter, asked) => argument.Value,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Is(target.Member, setting) => assignment.Value,
        ICoalesceAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Is(target.Member, setting) => assignment.Value,
        IFieldInitializerOperation initializer when initializer.InitializedFields.Any(field => Is(field, setting)) => initializer.Value,
        IPropertyInitializerOperation initializer when initializer.InitializedProperties.Any(property => Is(property, setting)) => initializer.Value,
        IInvocationOperation { TargetMethod.Name: "Add", Instance: IMemberReferenceOperation list } add when Is(list.Member, setting) =>
            add.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    /// <summary>The parameter itself, or the same one of what its method implements, overrides or extends.</summary>
    private static bool IsFor(IParameterSymbol parameter, IParameterSymbol asked)
    {
        if (parameter.Name != asked.Name || parameter.ContainingSymbol is not IMethodSymbol called
            || asked.ContainingSymbol is not IMethodSymbol method || called.Name != method.Name)
        {
            return false;
        }

        called = (called.ReducedFrom ?? called).OriginalDefinition;
        return Is(called, method) || Implements(method, called);
    }

    private static bool Implements(IMethodSymbol method, IMethodSymbol called)
    {
        for (var at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            if (Is(at, called))
            {
                return true;
            }
        }

        return called.ContainingType?.TypeKind == TypeKind.Interface && method.ContainingType.FindImplementationForInterfaceMember(called) is { } implementation
            && Is(implementation, method);
    }

    private static bool Is(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other.OriginalDefinition);
}
