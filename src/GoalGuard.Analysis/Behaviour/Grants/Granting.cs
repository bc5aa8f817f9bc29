using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>Where tools are handed to a model: an argument, an assigned property, an addition to its list.</summary>
internal static class Granting
{
    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        foreach (var entry in roles.Where(entry => entry.Role == Role.ToolGrant))
        {
            frame.Method.See("grant", call.Method, call.Operation.Syntax);
            var argument = entry.Place is { Root: PlaceRoot.Argument } place ? call.Argument(place.Argument!) : null;
            if (argument is null && entry.Place?.Root == PlaceRoot.Argument)
            {
                continue; // Another overload takes it.
            }

            var given = argument is null || GrantsByItself(frame, argument.Parameter?.Type) ? FactSet.Empty : frame.Deep(Places.Read(frame, call, entry.Place!));
            var tools = ToolObjects.OfNote(frame, call, entry).Join(given);
            Record(frame, tools, argument?.Value.Syntax ?? call.Site(int.MaxValue), entry, call.Method, call.Operation);
        }
    }

    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        foreach (var entry in Entries(frame, reference))
        {
            frame.Method.See("grant", reference.Property, reference.Syntax);
            Record(frame, GrantsByItself(frame, reference.Property.Type) ? FactSet.Empty : frame.Deep(value), source.Syntax, entry, reference.Property, reference);
        }
    }

    /// <summary>True for options that hold tools: those were granted where they were put into the options.</summary>
    private static bool GrantsByItself(Frame frame, ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, TypeArguments.IsEmpty: true } && type.GetMembers().OfType<IPropertySymbol>()
            .Any(property => frame.Engine.Knowledge.RolesOf(property).Any(entry => entry is { Role: Role.ToolGrant, Place.Root: PlaceRoot.Value }));

    /// <summary>The list of tools is read: what is added to it is granted.</summary>
    public static void Read(Frame frame, IPropertyReferenceOperation reference, Value value)
    {
        if (value.Id is { } list)
        {
            foreach (var entry in Entries(frame, reference))
            {
                frame.Method.GrantLists[list] = (entry, reference.Property);
            }
        }
    }

    public static void Added(Frame frame, Call call)
    {
        if (call.Receiver is { } receiver && frame[receiver].Id is { } list && frame.Method.GrantLists.TryGetValue(list, out var grant))
        {
            foreach (var argument in call.Arguments.Where(argument => argument.Value != receiver))
            {
                Record(frame, frame.Deep(frame[argument]), argument.Value.Syntax, grant.Entry, grant.Property, call.Operation);
            }
        }
    }

    private static IEnumerable<RoleEntry> Entries(Frame frame, IPropertyReferenceOperation reference) =>
        frame.Engine.Knowledge.RolesOf(reference.Property).Where(entry => entry is { Role: Role.ToolGrant, Place.Root: PlaceRoot.Value });

    private static void Record(Frame frame, FactSet facts, SyntaxNode at, RoleEntry entry, ISymbol member, IOperation operation)
    {
        var tools = facts.Where(fact => fact.Origin.Kind is FactKind.Tool or FactKind.RemoteTools or FactKind.Parameter);
        if (!tools.IsEmpty)
        {
            var act = new Act(Role.ToolGrant, entry.Symbol.Text, Types.Display(member), SourceSpan.Of(operation.Syntax), Note: entry.Note);
            Acts.Record(frame, tools, SourceSpan.Of(at), act, null, act.Site, null);
        }
    }
}
