using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Guards;

/// <summary>A person agrees: a call named so that returns a boolean, or an answer typed at the console that is compared.</summary>
internal static class Approvals
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create("Approv", "Confirm", "Authoriz", "Authoris", "Permit", "Permission", "Consent");

    /// <summary>True for a boolean call whose name asks for leave.</summary>
    public static bool IsApproval(IMethodSymbol method, ImmutableArray<RoleEntry> roles) =>
        Types.IsBoolean(method.ReturnType)
        && (roles.Any(entry => entry.Role == Role.Approval)
            || (Words.Any(word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) && !IsAboutOthers(method)));

    /// <summary>A name that denies or asks whether leave is needed is no leave: <c>RequiresApproval</c>, <c>IsApprovalRequired</c>.</summary>
    private static bool IsAboutOthers(IMethodSymbol method) =>
        method.Name.IndexOf("Requir", StringComparison.OrdinalIgnoreCase) >= 0 || method.Name.IndexOf("Need", StringComparison.OrdinalIgnoreCase) >= 0
        || method.MethodKind is MethodKind.PropertyGet or MethodKind.Constructor;

    public static Value Answer(Value value) => value with
    {
        Outcome = new Outcome(
            (value.Outcome?.WhenTrue ?? ImmutableArray<Assurance>.Empty).Add(new Assurance(Guard.Approved, null)),
            value.Outcome?.WhenFalse ?? ImmutableArray<Assurance>.Empty),
        Constant = null,
    };

    public static Value? Person(Frame frame, Call call)
    {
        var origin = new Origin(FactKind.Person, "console", SourceSpan.Of(call.Operation.Syntax));
        return new Value { Id = frame.Fresh(call.Operation), Facts = FactSet.Of(new Fact(origin)) };
    }

    public static Value? PersonIfConsole(Frame frame, Call call) =>
        call.Instance is Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation { Property: { Name: "In", ContainingType.Name: "Console" } }
            ? Person(frame, call)
            : null;
}
