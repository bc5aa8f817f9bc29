using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Acts outside of the program: messages, payments, containers, other machines, the services and the keyboard of this one. Whoever fills any argument takes
/// part in what happens, so each counts. What only prepares the act (a message, options) counts where it is handed over.
/// </summary>
internal static class OutsideActs
{
    /// <summary>How many objects within each other are looked through for the value that carries something into an act.</summary>
    private const int MaxDepth = 8;

    private const string Submit = "submit";

    public static bool Is(RoleEntry entry) => IsOutside(entry.Role) && EffectEntries.Performs(entry) && !EffectEntries.NoteIs(entry, "read");

    public static bool IsOutside(Role role) =>
        role is Role.EffectContainer or Role.EffectKubernetes or Role.EffectCloud or Role.EffectRemoteShell or Role.EffectGit or Role.EffectEmail or Role.EffectPayment
            or Role.EffectMachine;

    /// <summary>True for an act to which a number matters that was chosen: an amount, a process, a key, a place on the screen.</summary>
    public static bool CountsNumbers(RoleEntry entry) => Is(entry) || entry is { Role: Role.EffectBrowser, Note: Submit } || StartedProcesses.IsEnd(entry);

    /// <summary>Everything that a call hands to such an act; of its receiver, only where knowledge says that it brings something along.</summary>
    public static void Record(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (roles.FirstOrDefault(entry => Is(entry) && Places.Holds(frame, call, entry.When)) is not { } known)
        {
            return;
        }

        var act = Acts.Of(known, call.Method, call.Operation);
        var guards = frame.State.GuardsOf(null) | DryRuns.Of(frame, call) | Sandboxes.Around(frame, call)
            | (known.Role == Role.EffectContainer ? Sandboxes.OfContainer(frame, call) : Guard.None);
        var left = DryRuns.LeftTo(frame, call);
        if (roles.FirstOrDefault(entry => Is(entry) && entry.Place?.Root == PlaceRoot.This) is { } carrying && Acts.Site(frame, call, carrying.Place!) is { } site)
        {
            Acts.Record(frame, frame.Deep(frame[call.Receiver]).With(guards).Relating(left), SourceSpan.Of(site), act, null, act.Site, null);
        }

        foreach (var argument in call.Arguments.Where(argument => argument.Value != call.Receiver && IsMeant(roles, argument)))
        {
            var value = frame[argument];
            Acts.Record(frame, frame.Deep(value).With(guards).Relating(left), SourceSpan.Of(Carrier(frame, argument.Value.Syntax, value)), act, null, act.Site, null);
        }
    }

    /// <summary>Of an act that is stated, the parameters that were named; of a library's, all.</summary>
    private static bool IsMeant(ImmutableArray<RoleEntry> roles, IArgumentOperation argument) =>
        !roles.Any(entry => Is(entry) && KnowledgeBase.IsStated(entry) && entry.Place is not null)
        || roles.Any(entry => Is(entry) && entry.Place is { Root: PlaceRoot.Argument } place && place.Argument == argument.Parameter?.Name);

    /// <summary>Of an object that is written in the call, the value that carries something into it.</summary>
    private static SyntaxNode Carrier(Frame frame, SyntaxNode written, Value value)
    {
        for (var depth = 0; depth < MaxDepth && written is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }; depth++)
        {
            var members = frame.State.Members(value.Id);
            var carrying = initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment =>
                assignment.Left is IdentifierNameSyntax name && members.TryGetValue(name.Identifier.ValueText, out var member) && !frame.Deep(member).IsEmpty);
            if (carrying is null || carrying.Right is InitializerExpressionSyntax)
            {
                break;
            }

            (written, value) = (carrying.Right, members[((IdentifierNameSyntax)carrying.Left).Identifier.ValueText]);
        }

        return written;
    }
}
