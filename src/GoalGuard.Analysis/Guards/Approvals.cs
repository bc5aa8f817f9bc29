using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>A person agrees: a call named so that returns a boolean, or an answer typed at the console that is compared.</summary>
internal static class Approvals
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create("Approv", "Confirm", "Authoriz", "Authoris", "Permit", "Permission", "Consent");

    private static readonly ImmutableHashSet<string> Refusals = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "n", "no", "decline", "cancel");

    /// <summary>True for a boolean call whose name asks for leave; a delegate goes by the name of what holds it.</summary>
    public static bool IsApproval(Call call, ImmutableArray<RoleEntry> roles)
    {
        var name = call.Method.MethodKind == MethodKind.DelegateInvoke ? HolderOf(call.Instance) : call.Method.Name;
        return Types.IsBoolean(call.Method.ReturnType)
            && (roles.Any(entry => entry.Role == Role.Approval) || (Words.Any(word => Holds(name, word)) && !IsAboutOthers(call.Method, name)));
    }

    /// <summary>The name of what holds a delegate.</summary>
    public static string HolderOf(IOperation? instance) => instance switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => "",
    };

    /// <summary>True for the name of what gives or refuses leave.</summary>
    public static bool GivesLeave(string name) => Words.Any(word => Holds(name, word)) && !AsksForNeed(name);

    /// <summary>A name that denies or asks whether leave is needed is no leave: <c>RequiresApproval</c>, <c>IsApprovalRequired</c>.</summary>
    private static bool IsAboutOthers(IMethodSymbol method, string name) =>
        AsksForNeed(name) || method.MethodKind is MethodKind.PropertyGet or MethodKind.Constructor;

    private static bool AsksForNeed(string name) => Holds(name, "Requir") || Holds(name, "Need");

    private static bool Holds(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    public static Value Answer(Value value) => value with
    {
        Outcome = new Outcome(
            (value.Outcome?.WhenTrue ?? ImmutableArray<Assurance>.Empty).Add(new Assurance(Guard.Approved, null)),
            value.Outcome?.WhenFalse ?? ImmutableArray<Assurance>.Empty),
        Constant = null,
    };

    /// <summary>True for what a person answered.</summary>
    public static bool IsAnswer(Value value) => value.Facts.Has(FactKind.Person);

    /// <summary>The result of a call that asks a person; null if it does not. What was asked is not part of the answer.</summary>
    public static Value? OfCall(Frame frame, Call call, ImmutableArray<RoleEntry> roles) =>
        roles.Any(entry => entry is { Role: Role.Approval, Place: { Root: PlaceRoot.Return, Steps.IsEmpty: true }, Note: "person" }) && !Types.IsBoolean(call.Method.ReturnType)
            ? Person(frame, call)
            : null;

    /// <summary>A boolean member of an answer that says whether it is a yes.</summary>
    public static Value OfMember(IPropertySymbol property, ImmutableArray<RoleEntry> roles, Value value) =>
        Types.IsBoolean(property.Type) && roles.Any(entry => entry is { Role: Role.Approval, Note: "answer" }) ? Answer(value) : value;

    /// <summary>A typed answer compared with a no: leave is given where it is another one.</summary>
    public static bool IsRefusal(Value answer, Value compared) =>
        IsAnswer(answer) && compared.Texts.All(text => Refusals.Contains(text));

    public static Value? Person(Frame frame, Call call)
    {
        var origin = new Origin(FactKind.Person, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax));
        return new Value { Id = frame.Fresh(call.Operation), Facts = FactSet.Of(new Fact(origin)) };
    }

    public static Value? PersonIfConsole(Frame frame, Call call) =>
        call.Instance is IPropertyReferenceOperation { Property: { Name: "In", ContainingType.Name: "Console" } }
            ? Person(frame, call)
            : null;
}
