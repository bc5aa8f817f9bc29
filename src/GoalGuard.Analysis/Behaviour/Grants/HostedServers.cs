using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Servers that the provider of the model calls itself: what the program hands over is a description of the server, and whatever the server lists is a tool. Which tools
/// are meant and whether somebody is asked first are settings of the description; where nothing is set, the service's own default holds, which knowledge names.
/// </summary>
internal static class HostedServers
{
    /// <summary>The first words of the note on what describes such a server.</summary>
    private const string Remote = "remote tools";

    /// <summary>The last word of that note where the service asks unless it is told not to.</summary>
    private const string Asks = "asks";

    private const string Always = "always";
    private const string Never = "never";
    private const string Mode = "mode";
    private const string Choice = "choice";

    /// <summary>True for tools of a server before whose calls the provider asks, as nothing tells it not to.</summary>
    public static bool AreAskedAbout(Fact tools) => tools.Origin.Client == Asks && (tools.Guards & Guard.Unasked) == Guard.None;

    public static bool Is(RoleEntry entry) => entry is { Role: Role.HostedTool, Note: { } note } && note.StartsWith(Remote, StringComparison.Ordinal);

    /// <summary>A call or creation that describes a server, or makes a mode of approval.</summary>
    public static Value Call(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        foreach (var entry in roles)
        {
            if (Is(entry))
            {
                return Described(frame, call, roles, entry, result);
            }

            if (ModeOf(entry) is { } mode)
            {
                return result with { Id = result.Id ?? frame.Fresh(call.Operation), Facts = result.Facts.Join(OfMode(mode)) };
            }
        }

        return result;
    }

    /// <summary>A mode of approval that stands in a property of a library.</summary>
    public static Value Read(ImmutableArray<RoleEntry> roles, Value value) =>
        roles.Select(ModeOf).FirstOrDefault(mode => mode is not null) is { } named ? value with { Facts = value.Facts.Join(OfMode(named)) } : value;

    /// <summary>A setting of the description is assigned.</summary>
    public static void Assign(Frame frame, IPropertyReferenceOperation reference, Value value)
    {
        if (frame[reference.Instance] is { Id: { } server } described && described.Facts.Has(FactKind.RemoteTools))
        {
            foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property).Where(entry => entry.Role == Role.Approval))
            {
                Set(frame, server, entry.Note, value);
            }
        }
    }

    private static Value Described(Frame frame, Call call, ImmutableArray<RoleEntry> roles, RoleEntry entry, Value result)
    {
        var server = result.Id ?? frame.Fresh(call.Operation);
        foreach (var setting in roles.Where(role => role is { Role: Role.Approval, Place.Root: PlaceRoot.Argument }))
        {
            if (call.Argument(setting.Place!.Argument!) is { ArgumentKind: not ArgumentKind.DefaultValue } argument)
            {
                Set(frame, server, setting.Note, frame[argument]);
            }
        }

        var origin = new Origin(
            FactKind.RemoteTools, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax), entry.Note!.EndsWith(Asks, StringComparison.Ordinal) ? Asks : null);
        return result with { Id = server, Facts = result.Facts.Join(ToolObjects.Of(call, origin, "all tools of a server that the provider calls")) };
    }

    private static void Set(Frame frame, Identity server, string? note, Value value)
    {
        if (note == Choice)
        {
            frame.State.Assure(new[] { new Assurance(Guard.AllowListed, server) });
        }
        else if (note == Mode)
        {
            var modes = frame.Deep(value).Facts.Where(fact => fact.Origin.Kind == FactKind.ApprovalMode).Select(fact => fact.Origin.Name).ToList();
            var guard = modes.Contains(Never) ? Guard.Unasked : modes.Contains(Always) ? Guard.Approved : Guard.None;
            frame.State.Assure(new[] { new Assurance(guard, server) });
        }
    }

    private static string? ModeOf(RoleEntry entry) =>
        entry is { Role: Role.Approval, Note: Always or Never, When: null } && entry.Place?.Root != PlaceRoot.Value ? entry.Note : null;

    private static FactSet OfMode(string mode) => FactSet.Of(new Fact(new Origin(FactKind.ApprovalMode, mode, default)));
}
