using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Agents;

/// <summary>
/// Calls that make an agent. Of libraries, knowledge says it in two parts: what is given are instructions, and what comes back asks a model. Of the program's own types,
/// it is a type that asks a model and is made with a text.
/// </summary>
internal sealed class AgentMaking(Engine engine)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _agents = new(SymbolEqualityComparer.Default);

    /// <summary>Notes the agent that a call makes, with what it is given.</summary>
    public static void See(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (frame.Engine.Agents.Makes(call, roles, frame.Method.Cancellation) is { } agent)
        {
            Add(frame, call.Operation, agent, frame.Join(call.Arguments.Select(argument => frame[argument]).ToArray()));
        }
    }

    /// <summary>Notes instructions that an agent is given by a property.</summary>
    public static void Instruct(Frame frame, IPropertyReferenceOperation reference, Value value)
    {
        if (frame.Engine.Knowledge.RolesOf(reference.Property).Any(entry => entry.Role == Role.SystemPrompt)
            && frame.Engine.Agents.IsAgent(reference.Instance?.Type as INamedTypeSymbol, frame.Method.Cancellation))
        {
            Add(frame, reference, reference.Instance!.Type!, frame.Deep(value));
        }
    }

    /// <summary>True if the method of a library may make an agent: it takes instructions.</summary>
    public static bool MayMake(Engine engine, IMethodSymbol method) => engine.Knowledge.RolesOf(method).Any(IsInstruction);

    private static bool IsInstruction(RoleEntry entry) => entry is { Role: Role.SystemPrompt, Place.Root: PlaceRoot.Argument };

    private static void Add(Frame frame, IOperation operation, ITypeSymbol agent, FactSet given)
    {
        var site = SourceSpan.Of(operation.Syntax);
        var origin = new Origin(FactKind.Agent, agent.Name, site);
        frame.Method.Models.Add(frame, new ModelUse(origin, given.Where(fact => fact.Origin.Kind != FactKind.Outside), site));
    }

    /// <summary>The type of the agent that a call makes; null if it makes none.</summary>
    private INamedTypeSymbol? Makes(Call call, ImmutableArray<RoleEntry> roles, CancellationToken cancellation)
    {
        var made = call.Operation is IObjectCreationOperation ? call.Method.ContainingType : Types.Unwrap(call.Method.ReturnType) as INamedTypeSymbol;
        var isInstructed = roles.Any(IsInstruction);
        return made is null || !(isInstructed || call.Operation is IObjectCreationOperation) || roles.Any(ModelOutputs.Asks) ? null
            : isInstructed ? (IsAgent(made, cancellation) || made.Name.EndsWith("Agent", StringComparison.Ordinal) ? made : null)
            : IsAgent(made, cancellation) ? made : null;
    }

    /// <summary>True for a type that asks a model under instructions of its own.</summary>
    private bool IsAgent(INamedTypeSymbol? type, CancellationToken cancellation) => type is not null && type.TypeKind == TypeKind.Class
        && (_agents.TryGetValue(type.OriginalDefinition, out var known) ? known : _agents.GetOrAdd(type.OriginalDefinition, Finds(type.OriginalDefinition, cancellation)));

    private bool Finds(INamedTypeSymbol type, CancellationToken cancellation) =>
        Members(type).Any(IsInstructed) && Members(type).OfType<IMethodSymbol>().Any(method => Asks(method, cancellation));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                yield return member;
            }
        }
    }

    private bool IsInstructed(ISymbol member) => !member.ContainingType.DeclaringSyntaxReferences.IsEmpty
        ? TakesText(member)
        : engine.Knowledge.RolesOf(member).Any(entry => entry.Role == Role.SystemPrompt);

    private bool Asks(IMethodSymbol method, CancellationToken cancellation) => !method.DeclaringSyntaxReferences.IsEmpty
        ? engine.Members.AsksItself(method, cancellation)
        : engine.Knowledge.RolesOf(method).Any(ModelOutputs.Asks);

    /// <summary>A constructor with a text, or with something that holds one, beside what asks.</summary>
    private static bool TakesText(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.Parameters.Any(parameter => Types.IsString(parameter.Type));
}
