using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Which methods a model can call: those that an attribute marks, and those that some member hands to a tool factory. The latter
/// are found through the index of members that mention a factory, when a method whose name they mention is asked for.
/// </summary>
internal sealed class Tools(Engine engine)
{
    private readonly GateWords _factoryWords = GateWords.Of(
        engine.Knowledge.Entries(IsFactory), entry => entry.Symbol.Member == "Create");

    /// <summary>Makes a tool of a delegate.</summary>
    private static bool IsFactory(RoleEntry entry) =>
        entry is { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument, Argument: "method" or "function" or "handler" } };

    private readonly ToolApprovals _approvals = new(engine);
    private readonly object _gate = new();
    private Dictionary<ISymbol, bool>? _handedOver;
    private HashSet<uint>? _handOverWords;

    /// <summary>True if a model can call the method. <paramref name="approved"/>: wherever it is handed over, a person is asked first.</summary>
    public bool IsTool(IMethodSymbol method, CancellationToken cancellation, out bool approved)
    {
        approved = false;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation))
        {
            return false;
        }

        if (HandOvers(method.Name, cancellation) is { } handedOver && handedOver.TryGetValue(method.OriginalDefinition, out approved))
        {
            return true;
        }

        return IsMarked(method) || ImplementsTool(method);
    }

    /// <summary>True if the method is what a library's tool type calls when a model calls the tool.</summary>
    private bool ImplementsTool(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty && engine.Knowledge.RolesOf(method).Any(entry =>
            entry is { Role: Role.ToolDefinition, Place.Root: PlaceRoot.Argument } && !IsFactory(entry) && method.Parameters.Any(parameter => parameter.Name == entry.Place.Argument));

    /// <summary>True if an attribute makes the method a tool.</summary>
    public bool IsMarked(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { } type && engine.Knowledge.TypeRolesOf(type).Any(entry => entry.Role == Role.ToolDefinition));

    /// <summary>True if the model fills the parameter; false for what the framework or the host supplies.</summary>
    public static bool IsInput(IParameterSymbol parameter)
    {
        var type = Types.Unwrap(parameter.Type);
        if (type is null || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKernelServicesAttribute" or "FromKeyedServicesAttribute"))
        {
            return false;
        }

        if (type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate)
        {
            return false;
        }

        if (type is IArrayTypeSymbol || type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter || Types.IsCollection(type))
        {
            return true;
        }

        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return type.TypeKind switch
        {
            TypeKind.Interface or TypeKind.Delegate => false,
            _ when type.Locations.Any(location => location.IsInSource) => IsData((INamedTypeSymbol)type),
            _ => type.Name is "Uri" or "AIFunctionArguments" || type.IsValueType && type.Name != "CancellationToken" || space is "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq",
        };
    }

    /// <summary>A class that JSON can fill, as opposed to a service.</summary>
    private static bool IsData(INamedTypeSymbol type) =>
        type.IsRecord || type.IsValueType || type.InstanceConstructors.All(constructor => constructor.Parameters.IsEmpty)
        || type.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter =>
            type.GetMembers().OfType<IPropertySymbol>().Any(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))));

    /// <summary>True if, by names, a method called like this may be handed to a tool factory.</summary>
    public bool MayBeHandedOver(uint name)
    {
        lock (_gate)
        {
            if (_handOverWords is null)
            {
                var words = new HashSet<uint>();
                foreach (var member in HandingOver())
                {
                    words.UnionWith(member.Member.Words);
                }

                _handOverWords = words;
            }

            return _handOverWords.Contains(name);
        }
    }

    /// <summary>The methods handed to tool factories anywhere, if one of that name may be among them.</summary>
    private Dictionary<ISymbol, bool>? HandOvers(string name, CancellationToken cancellation)
    {
        if (!MayBeHandedOver(Words.Hash(name)))
        {
            return null;
        }

        lock (_gate)
        {
            return _handedOver ??= FindHandOvers(cancellation);
        }
    }

    private IEnumerable<IndexedMember> HandingOver() => engine.Index.All().Where(member => _factoryWords.AreIn(member.Member, member.Index));

    private Dictionary<ISymbol, bool> FindHandOvers(CancellationToken cancellation)
    {
        var found = new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var member in HandingOver())
        {
            foreach (var symbol in engine.Members.Symbols(member, cancellation))
            {
                foreach (var reference in symbol.DeclaringSyntaxReferences)
                {
                    var body = Bodies.Body(reference.GetSyntax(cancellation), symbol);
                    if (body is not null && engine.Bodies.Model(body.SyntaxTree)?.GetOperation(body, cancellation) is { } operation)
                    {
                        Collect(operation, found, cancellation);
                    }
                }
            }
        }

        return found;
    }

    private void Collect(IOperation root, Dictionary<ISymbol, bool> found, CancellationToken cancellation)
    {
        foreach (var operation in PostOrder.Of(root))
        {
            if (operation is IMethodReferenceOperation { Method: { } method } && Factory(operation) is { } factory)
            {
                var approved = _approvals.IsApproved(factory, cancellation);
                method = method.OriginalDefinition;
                found[method] = found.TryGetValue(method, out var before) ? before && approved : approved;
            }
        }
    }

    /// <summary>The call of a tool factory that takes this delegate.</summary>
    private IOperation? Factory(IOperation reference)
    {
        for (var at = reference.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IArgumentOperation { Parameter: { } parameter, Parent: { } call } when Target(call) is { } target:
                    return engine.Knowledge.RolesOf(target).Any(entry => IsFactory(entry) && entry.Place!.Argument == parameter.Name)
                        ? call
                        : null;
                case IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True if a person is asked before the made tool runs.</summary>
    public bool IsApproved(IOperation factory, CancellationToken cancellation) => _approvals.IsApproved(factory, cancellation);

    private static IMethodSymbol? Target(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
