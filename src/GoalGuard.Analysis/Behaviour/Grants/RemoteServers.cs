using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>Tools that somebody else wrote: whatever a server lists, whatever a description of an API names.</summary>
internal static class RemoteServers
{
    /// <summary>The first words of the note on what makes tools of every operation of an API.</summary>
    private const string Api = "remote api";

    private const string Listing = "ListTools";

    /// <summary>True for the entry of a member that lists every tool of a server.</summary>
    public static bool IsListing(RoleEntry entry) =>
        entry is { Role: Role.McpClient, Place.Root: PlaceRoot.Return, Symbol.Member: { } member } && member.StartsWith(Listing, StringComparison.Ordinal);

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
            ? ToolObjects.Of(call, new Origin(FactKind.RemoteTools, Types.Display(call.Method), site, IsOwn(frame, call) ? "own" : null), "all tools that the server lists")
            : FactSet.Empty;
    }

    /// <summary>Every operation of the API, unless the caller says which.</summary>
    public static FactSet OfApi(Frame frame, Call call) =>
        call.Arguments.Any(argument => !Members.Of(frame, frame[argument], "OperationSelectionPredicate").Targets.IsEmpty)
            ? FactSet.Empty
            : ToolObjects.Of(call, new Origin(FactKind.RemoteTools, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax)), "all operations of the API");

    /// <summary>The name of a remote tool stands for the tool: a check of the one is a check of the other.</summary>
    public static bool IsName(Frame frame, Value tool, IPropertySymbol property) =>
        property.Name == "Name" && Tools.MayBeHeldBy(frame.Engine, property.ContainingType) && frame.FactsOf(tool).Has(FactKind.RemoteTools);

    /// <summary>Tools that passed a predicate about their names are chosen, whoever holds the list; what is only left out does not choose.</summary>
    public static Guard Chosen(Frame frame, Call call, Value predicate) =>
        Guards.Predicates.IsFilter(call) && frame.Deep(frame[call.Receiver ?? call.Argument(0)?.Value]).Has(FactKind.RemoteTools) && predicate.Targets.Any(IsChoice)
            ? Guard.AllowListed : Guard.None;

    private static bool IsChoice(DelegateTarget target) => target.Lambda?.Syntax is not LambdaExpressionSyntax lambda || lambda.ExpressionBody is not { } test || Chooses(test);

    private static bool Chooses(ExpressionSyntax test) => test switch
    {
        ParenthesizedExpressionSyntax inner => Chooses(inner.Expression),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => Chooses(both.Left) || Chooses(both.Right),
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => Chooses(either.Left) && Chooses(either.Right),
        PrefixUnaryExpressionSyntax => false,
        BinaryExpressionSyntax compared => compared.IsKind(SyntaxKind.EqualsExpression) && Names(compared),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => false,
        _ => Names(test),
    };

    private static bool Names(ExpressionSyntax test) =>
        test.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.ValueText.EndsWith("Name", StringComparison.Ordinal));

    private static bool IsOwn(Frame frame, Call call) => call.Receiver is { } client && frame.Deep(frame[client]).Has(FactKind.OwnServer);

    /// <summary>A transport whose options name a constant command, with nothing from outside in its arguments.</summary>
    private static bool IsStartedByConstant(Frame frame, Call call) => call.Arguments.Any(argument =>
        Members.Of(frame, frame[argument], "Command").Texts.IsConstant && frame.Deep(Members.Of(frame, frame[argument], "Arguments")).IsEmpty);
}
