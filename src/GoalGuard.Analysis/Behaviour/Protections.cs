using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Places where a program decides whether a library protects it: whether certificates are validated, whether tools that ship disabled are there. They are found like
/// acts, with the values that decide about them, so that what a helper leaves to its callers is asked of them.
/// </summary>
internal static class Protections
{
    public const string Certificates = "certificates";
    public const string DisabledTools = "disabled tools";

    private const string AnyCertificate = "any certificate";

    /// <summary>The member of a value that stands for a function which accepts whatever it is asked about.</summary>
    private const string Accepts = "#accepts";

    private const Traits Flags = Traits.Truth | Traits.Grade;

    public static bool Is(RoleEntry entry) => entry is { Role: Role.Sanitizer, Note: Certificates or DisabledTools };

    /// <summary>By this name a program speaks of the tools that a server offers; to add to them is called like to add to anything.</summary>
    public const string ToolCollection = "ToolCollection";

    /// <summary>True for what decides about certificates: its name tells.</summary>
    public static bool IsSetting(RoleEntry entry) => entry is { Role: Role.Sanitizer, Note: Certificates };

    public static bool Is(Act act) => act is { Effect: Role.Sanitizer, Note: Certificates or DisabledTools };

    /// <summary>A property that decides is assigned.</summary>
    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property).Where(entry => Is(entry) && entry.Place?.Root == PlaceRoot.Value))
        {
            Record(frame, entry, reference.Property, reference, value, source);
        }
    }

    /// <summary>A call with an argument that decides.</summary>
    public static void Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        foreach (var entry in roles.Where(Is))
        {
            if (entry.Place is { Root: PlaceRoot.Argument } place && call.Argument(place.Argument!) is { } argument)
            {
                Record(frame, entry, call.Method, call.Operation, frame[argument], argument.Value);
            }
        }
    }

    /// <summary>A function of a library that accepts everything is read.</summary>
    public static Value Read(Frame frame, IPropertyReferenceOperation reference, ImmutableArray<RoleEntry> roles, Value value)
    {
        if (!roles.Any(entry => entry is { Role: Role.Sanitizer, Note: AnyCertificate }))
        {
            return value;
        }

        var accepting = value with { Id = frame.Method.IdentityOf(reference, null) };
        Members.Write(frame, accepting, Accepts, Value.OfText(AnyCertificate));
        return accepting;
    }

    private static void Record(Frame frame, RoleEntry entry, ISymbol member, IOperation operation, Value value, IOperation source)
    {
        var deciding = entry.Note == DisabledTools
            ? frame.Deep(value).Join(Choosing(frame, value))
            : Deciding(frame, entry, value, source);
        var act = Acts.Of(entry, member, operation);
        Acts.Record(frame, deciding.Where(fact => Bypass.MayDecide(fact.Origin)).With(frame.State.GuardsOf(null)), SourceSpan.Of(source.Syntax), act, null, act.Site, null);
    }

    /// <summary>What a truth is, what a function that validates asks, and what chose either where it lets everything pass.</summary>
    private static FactSet Deciding(Frame frame, RoleEntry entry, Value value, IOperation source)
    {
        var facts = Types.IsBoolean(source.Type) ? frame.Deep(value).Where(IsFlag) : FactSet.Empty;
        var isOff = value.Constant is not null && (entry.When is null || Places.Meets(value, entry.When));
        isOff |= frame.State.Members(value.Id).ContainsKey(Accepts);
        foreach (var target in value.Targets)
        {
            var answer = Delegates.Invoke(frame, source, value with { Targets = ImmutableArray.Create(target) }, parameter => DelegateRuns.Unknown(frame.Method, parameter));
            facts = frame.Deep(answer).Facts.Aggregate(facts.Join(Chosen(answer.Chosen)), (all, fact) => all.Join(IsFlag(fact) ? FactSet.Of(fact) : Chosen(fact.Relations)));
            isOff |= answer.Constant == true;
        }

        return isOff ? facts.Join(Choosing(frame, value)) : facts;
    }

    private static FactSet Choosing(Frame frame, Value value) => Chosen(value.Chosen.Join(frame.Method.Decisions.At(frame.Graph, frame.Block)));

    private static FactSet Chosen(Relations relations) =>
        relations.Choices.Select(choice => choice.By).Where(IsFlag).Aggregate(FactSet.Empty, (all, fact) => all.Join(FactSet.Of(fact)));

    private static bool IsFlag(Fact fact) => (fact.Traits & Flags) != Traits.None;
}
