using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Sketches;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Which methods a model can call: those that an attribute marks, and those that some member hands to a tool factory. The latter
/// are found through the index of members that mention a factory, when a method whose name they mention is asked for.
/// </summary>
internal sealed class Tools(Engine engine)
{
    /// <summary>Makes a tool of a delegate.</summary>
    public static bool IsFactory(RoleEntry entry) =>
        entry is { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument, Argument: "method" or "function" or "handler" }, Note: not ToolNotes.Called };

    /// <summary>True if a tool object, a record with one, or a collection of either, may be of this type.</summary>
    public static bool MayBeHeldBy(Engine engine, ITypeSymbol? type)
    {
        type = Types.Unwrap(type);
        var held = type is IArrayTypeSymbol array ? array.ElementType : type is INamedTypeSymbol { Arity: 1 } named && Types.IsCollection(named) ? named.TypeArguments[0] : type;
        return held is not null && (IsTool(engine, held) || (held.IsRecord && held.GetMembers().OfType<IPropertySymbol>().Any(part => IsTool(engine, part.Type))));
    }

    private static bool IsTool(Engine engine, ITypeSymbol type) => engine.Knowledge.TypeRolesOf(type).Any(entry => entry.Role is Role.ToolDefinition or Role.McpClient);

    /// <summary>Tools by the program's own conventions.</summary>
    public ToolConventions Conventions { get; } = new(engine);

    private readonly ToolApprovals _approvals = new(engine);
    private Roster? _roster;

    /// <summary>True if a model can call the method. <paramref name="approved"/>: wherever it is handed over, a person is asked first.</summary>
    public bool IsTool(IMethodSymbol method, CancellationToken cancellation, out bool approved)
    {
        approved = false;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation))
        {
            return false;
        }

        return IsHandedOver(method, cancellation, out approved) || IsDeclaredTool(method) || Conventions.IsTool(method, cancellation);
    }

    private bool IsHandedOver(IMethodSymbol method, CancellationToken cancellation, out bool approved)
    {
        approved = false;
        var roster = HandOvers(cancellation);
        return roster.Keys.Contains(MemberKey.Of(method)) && roster.Approvals.TryGetValue(method.OriginalDefinition.GetDocumentationCommentId() ?? "", out approved);
    }

    /// <summary>True if the method's own declaration makes it a tool.</summary>
    public bool IsDeclaredTool(IMethodSymbol method) => IsMarked(method) || ImplementsTool(method);

    /// <summary>True for a tool that knowledge knows; the program's own conventions are asked for by way of these.</summary>
    public bool IsKnownTool(IMethodSymbol method, CancellationToken cancellation) => IsDeclaredTool(method) || IsHandedOver(method, cancellation, out _);

    /// <summary>True if the method is what runs when a model calls the tool: that of a library's tool type, or one of which it is stated.</summary>
    private bool ImplementsTool(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty && engine.Knowledge.RolesOf(method).Any(entry =>
            entry is { Role: Role.ToolDefinition, Place.Root: PlaceRoot.Argument } && !IsFactory(entry) && (!method.IsStatic || entry.Note == ToolNotes.Called)
            && Flow.Transfers.ParameterNames.Position(method, entry.Place.Argument!) >= 0);

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

        return type.TypeKind switch
        {
            TypeKind.Interface or TypeKind.Delegate => false,
            _ when type.Locations.Any(location => location.IsInSource) && !KnowledgeBase.IsModelled(type.ContainingAssembly?.Name ?? "") => IsData((INamedTypeSymbol)type),
            _ => type.Name is "Uri" or "AIFunctionArguments" || type.IsValueType && type.Name != "CancellationToken" || IsParsed(type),
        };
    }

    /// <summary>Text that was read into parts, JSON or a command line: the parts are what the model wrote.</summary>
    public static bool IsParsed(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq" => true,
        "System.CommandLine" or "System.CommandLine.Parsing" => type.Name == "ParseResult",
        _ => false,
    };

    /// <summary>A class that JSON can fill, as opposed to a service.</summary>
    private static bool IsData(INamedTypeSymbol type) =>
        type.IsRecord || type.IsValueType || type.InstanceConstructors.All(constructor => constructor.Parameters.IsEmpty)
        || type.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter =>
            type.GetMembers().OfType<IPropertySymbol>().Any(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The methods that are handed to tool factories, by their ids, with whether a person is always asked first.</summary>
    private sealed record Roster(HashSet<MemberKey> Keys, Dictionary<string, bool> Approvals);

    /// <summary>The names of the methods that are handed to tool factories anywhere.</summary>
    public IReadOnlyCollection<MemberKey> HandedOver(CancellationToken cancellation) => HandOvers(cancellation).Keys;

    private Roster HandOvers(CancellationToken cancellation) => _roster ??= FindHandOvers(cancellation);

    private Roster FindHandOvers(CancellationToken cancellation)
    {
        var found = new Roster(new HashSet<MemberKey>(), new Dictionary<string, bool>(StringComparer.Ordinal));
        foreach (var handOver in engine.Index.Factories().SelectMany(member => engine.Sketches.HandOversOf(member, cancellation)))
        {
            found.Keys.Add(handOver.Key);
            found.Approvals[handOver.Id] = handOver.IsApproved && (!found.Approvals.TryGetValue(handOver.Id, out var before) || before);
        }

        return found;
    }

    /// <summary>True if a person is asked before the made tool runs.</summary>
    public bool IsApproved(IOperation factory, CancellationToken cancellation) => _approvals.IsApproved(factory, cancellation);
}
