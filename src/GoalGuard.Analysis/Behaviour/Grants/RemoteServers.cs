using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>Tools that somebody else wrote: whatever a server lists, whatever a description of an API names.</summary>
internal static class RemoteServers
{
    /// <summary>The first words of the note on what makes tools of every operation of an API.</summary>
    private const string Api = "remote api";

    private const string Listing = "ListTools";

    /// <summary>Whose tools they are: of a server that a constant command of the program starts.</summary>
    private const string Own = "own";

    /// <summary>True for the entry of a member that lists every tool of a server.</summary>
    public static bool IsListing(RoleEntry entry) =>
        entry is { Role: Role.McpClient, Place.Root: PlaceRoot.Return, Symbol.Member: { } member } && member.StartsWith(Listing, StringComparison.Ordinal);

    /// <summary>True for tools of a server that a constant command of the program starts.</summary>
    public static bool AreOwn(Fact tools) => tools.Origin.Client == Own;

    public static bool IsApi(RoleEntry entry) => entry.Note?.StartsWith(Api, StringComparison.Ordinal) == true;

    public static FactSet Of(Frame frame, Call call, RoleEntry entry)
    {
        var site = SourceSpan.Of(call.Operation.Syntax);
        if (call.Operation is IObjectCreationOperation)
        {
            return IsStartedByConstant(frame, call) ? ToolObjects.Of(call, new Origin(FactKind.OwnServer, call.Method.ContainingType.Name, site), "server") : FactSet.Empty;
        }

        // The name alone tells who lists; a server that the program starts itself is known on the way from its command to here.
        return IsListing(entry)
            ? ToolObjects.Of(call, new Origin(FactKind.RemoteTools, Types.Display(call.Method), site, IsOwn(frame, call) ? Own : null), "all tools that the server lists")
            : FactSet.Empty;
    }

    /// <summary>Every operation of the API, unless the caller says which.</summary>
    public static FactSet OfApi(Frame frame, Call call) =>
        call.Arguments.Any(argument => !Members.Of(frame, frame[argument], "OperationSelectionPredicate").Targets.IsEmpty)
            ? FactSet.Empty
            : ToolObjects.Of(call, new Origin(FactKind.RemoteTools, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax)), "all operations of the API");

    /// <summary>The name of a tool, remote as far as is known or one that only a caller knows, stands for the tool: a check of the one is a check of the other.</summary>
    public static bool IsName(Frame frame, Value tool, IPropertySymbol property) =>
        property.Name == "Name" && Tools.MayBeHeldBy(frame.Engine, property.ContainingType)
        && frame.FactsOf(tool) is var facts && (facts.Has(FactKind.RemoteTools) || facts.Has(FactKind.Parameter));

    private static bool IsOwn(Frame frame, Call call) => call.Receiver is { } client && frame.Deep(frame[client]).Has(FactKind.OwnServer);

    /// <summary>A transport whose options name a constant command, with nothing from outside in its arguments.</summary>
    private static bool IsStartedByConstant(Frame frame, Call call) => call.Arguments.Any(argument =>
        Members.Of(frame, frame[argument], "Command").Texts.IsConstant && frame.Deep(Members.Of(frame, frame[argument], "Arguments")).IsEmpty);
}
