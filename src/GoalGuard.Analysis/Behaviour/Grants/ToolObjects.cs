using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Where tools come into being as objects: made of a delegate by a factory, of the marked methods of a type, by creating an object of a type that is a tool, or listed by a
/// remote server. From there on they are facts like others: through lists, LINQ, fields and helpers they reach whoever hands them to a model.
/// </summary>
internal static class ToolObjects
{
    private const string Wrapper = "wrapper";
    private const string Declared = "declaration";
    private const string Instance = "instance";
    private const string TypeArgument = "type argument";

    public static Value Mark(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        if (roles.Any(entry => entry is { Role: Role.Approval, Note: Wrapper }))
        {
            // Of a tool that does nothing worth following, it still counts that somebody is asked about it.
            var held = frame.Deep(result);
            var wrapped = held.Has(FactKind.Tool) ? held : held.Join(Tool(call, call.Method.ContainingType.Name, SourceSpan.Of(call.Operation.Syntax)));
            return result with { Id = result.Id ?? frame.Fresh(call.Operation), Facts = wrapped.With(Guard.Approved).As(Traits.MayBeAsked) };
        }

        result = HostedServers.Call(frame, call, roles, result);
        var made = Made(frame, call, roles);
        return made.IsEmpty ? result : result with { Id = result.Id ?? frame.Fresh(call.Operation), Facts = result.Facts.Join(made) };
    }

    private static FactSet Made(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        var facts = FactSet.Empty;
        foreach (var entry in roles)
        {
            facts = facts.Join(entry switch
            {
                { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument } place } when Tools.IsFactory(entry) => OfDelegate(frame, call, frame[call.Argument(place.Argument!)]),
                { Role: Role.ToolDefinition, Note: Declared, Place: { Root: PlaceRoot.Argument } named } =>
                    OfDeclaration(frame, call.Operation, frame[call.Argument(named.Argument!)]),
                // The import of an API is the hand-over itself, reported there and not once more where its plugin goes.
                { Role: Role.ToolDefinition or Role.ToolGrant } when !RemoteServers.IsApi(entry) => OfNote(frame, call, entry),
                { Role: Role.McpClient } => RemoteServers.Of(frame, call, entry),
                _ => FactSet.Empty,
            });
        }

        return call.Operation is IObjectCreationOperation && facts.IsEmpty ? facts.Join(OfCreation(frame, call)) : facts;
    }

    /// <summary>The tools that a call hands over by the type of an argument, or by its type argument.</summary>
    public static FactSet OfNote(Frame frame, Call call, RoleEntry entry) =>
        entry.Note is not { } note ? FactSet.Empty
        : RemoteServers.IsApi(entry) ? RemoteServers.OfApi(frame, call)
        : note.StartsWith(TypeArgument, StringComparison.Ordinal) ? OfMarked(frame, call, call.Method.TypeArguments.FirstOrDefault())
        : note.StartsWith(Instance, StringComparison.Ordinal) && entry.Place is { Root: PlaceRoot.Argument } place ? OfMarked(frame, call, Unconverted(call.Argument(place.Argument!)?.Value))
        : FactSet.Empty;

    private static ITypeSymbol? Unconverted(IOperation? operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation?.Type;

    private static FactSet OfDelegate(Frame frame, Call call, Value @delegate)
    {
        var facts = FactSet.Empty;
        foreach (var target in @delegate.Targets)
        {
            var body = target.Lambda?.Syntax ?? Declaration(target.Method);
            facts = body is null ? facts : facts.Join(Tool(call, target.Lambda is null ? Types.Display(target.Method) : "lambda", SourceSpan.Of(body)));
        }

        return facts;
    }

    /// <summary>A name that is assigned to the description of a tool stands for the tool.</summary>
    public static Value Named(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source) =>
        value.Texts.IsConstant && frame.Engine.Knowledge.RolesOf(reference.Property).Any(entry => IsDeclaration(entry) && entry.Place!.Root == PlaceRoot.Value)
            ? value with { Id = value.Id ?? frame.Fresh(source), Facts = value.Facts.Join(OfDeclaration(frame, source, value)) }
            : value;

    /// <summary>True for an entry by which a tool is declared by its name.</summary>
    public static bool IsDeclaration(RoleEntry entry) => entry is { Role: Role.ToolDefinition, Note: Declared, Place: not null };

    /// <summary>What the program does where a call of that name is carried out. A declaration of which nothing carries anything out here is another's.</summary>
    private static FactSet OfDeclaration(Frame frame, IOperation at, Value name)
    {
        var facts = FactSet.Empty;
        if (name.Texts.IsConstant)
        {
            foreach (var text in name.Texts.Alternatives)
            {
                facts = frame.Engine.Declared.BodiesOf(text, frame.Method.Cancellation)
                    .Aggregate(facts, (all, body) => all.Join(Of(at, new Origin(FactKind.Tool, text, body), $"tool '{text}'")));
            }
        }

        return facts;
    }

    private static FactSet OfMarked(Frame frame, Call call, ITypeSymbol? type) =>
        type is not INamedTypeSymbol named ? FactSet.Empty
        : LibraryTools.Is(frame.Engine, named) ? Tool(call, Types.FullName(named), SourceSpan.Of(call.Operation.Syntax))
        : Declaration(named) is { } declaration && Bodies(frame.Engine, named).Any() ? Tool(call, named.Name, SourceSpan.Of(declaration))
        : FactSet.Empty;

    /// <summary>An object whose type derives from a library's tool.</summary>
    private static FactSet OfCreation(Frame frame, Call call) =>
        frame.Engine.Knowledge.TypeRolesOf(call.Method.ContainingType).Any(entry => entry is { Role: Role.ToolDefinition, Place: null, Note: null }) ? OfMarked(frame, call, call.Method.ContainingType) : FactSet.Empty;

    /// <summary>The methods of a type that a model may call.</summary>
    public static IEnumerable<IMethodSymbol> Bodies(Engine engine, INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var method in at.GetMembers().OfType<IMethodSymbol>().Where(method => engine.Members.HasBody(method) && engine.Tools.IsDeclaredTool(method)))
            {
                yield return method;
            }
        }
    }

    private static FactSet Tool(Call call, string name, SourceSpan body) => Of(call, new Origin(FactKind.Tool, name, body), $"tool '{name}'");

    public static FactSet Of(Call call, Origin origin, string text) => Of(call.Operation, origin, text);

    private static FactSet Of(IOperation at, Origin origin, string text) =>
        FactSet.Of(new Fact(origin, Guard.None, Trace.Add(null, new FlowStep("source", text, SourceSpan.Of(at.Syntax)))));

    private static SyntaxNode? Declaration(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
