using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Where a program finds out how something went that it tried: by knowledge (the exit code of a process), or by what a member without a body in sight is called
/// that is given a model's words and answers with a number, a truth or an object that holds them.
/// </summary>
internal static class Measurements
{
    private static readonly ImmutableHashSet<string> Trying = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "run", "execute", "try", "test", "compile", "build", "simulate", "measure", "benchmark", "evaluate", "score", "rate", "grade", "judge", "assess", "fitness");

    private static readonly ImmutableArray<uint> Words = ImmutableArray.Create(
        Index.Words.Hash("ExitCode"), Index.Words.Hash("StandardOutput"), Index.Words.Hash("StandardError"));

    public static Value OfProperty(Frame frame, IPropertyReferenceOperation reference, ImmutableArray<RoleEntry> roles, Value value) =>
        roles.Any(entry => entry.Role == Role.Measurement)
            ? Made(frame, reference, Types.Display(reference.Property), frame.Deep(frame[reference.Instance]), value)
            : value;

    public static Value OfCall(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result) =>
        roles.Any(entry => entry.Role == Role.Measurement) || (roles.IsEmpty && Tries(frame, call))
            ? Made(frame, call.Operation, Name(frame, call) ?? Types.Display(call.Method), Tried(frame, call), result)
            : result;

    /// <summary>A helper of a member that goes round with a model: what it finds out may end the rounds.</summary>
    public static bool MayMake(Frame frame, Call call) =>
        !frame.Method.IsOpen && MayHold(call.Operation.Type)
        && (MayMake(frame.Engine, call.Method, frame.Method.Cancellation)
            || (frame.Engine.Members.GoesRound(frame.Method.Member, frame.Method.Cancellation) && frame.Engine.Members.MayAct(call.Method, frame.Method.Cancellation)));

    /// <summary>True if, by a word in it, the method, or one that it may stand for, finds out how something went.</summary>
    public static bool MayMake(Engine engine, IMethodSymbol method, CancellationToken cancellation) => engine.Members.Mentions(method, Words, cancellation);

    private static Value Made(Frame frame, IOperation operation, string display, FactSet tried, Value value)
    {
        var site = SourceSpan.Of(operation.Syntax);
        var about = tried.Facts.Select(fact => fact.Origin).Where(origin => origin.IsConcrete || origin.Kind == FactKind.Parameter).Distinct();
        var trace = Trace.Add(null, new FlowStep("hop", "measured by " + display, site));
        var fact = new Fact(
            new Origin(FactKind.Measurement, display, site), Guard.None, trace, Types.TraitsOf(operation.Type), Relations.To(about.ToImmutableArray()));
        return value with { Id = value.Id ?? frame.Fresh(operation), Facts = Frame.Narrow(value.Facts.Join(FactSet.Of(fact)), operation.Type) };
    }

    private static FactSet Tried(Frame frame, Call call) =>
        call.Arguments.Aggregate(call.Instance is null ? FactSet.Empty : frame.Deep(frame[call.Instance]), (facts, argument) => facts.Join(frame.Deep(frame[argument])));

    private static bool Tries(Frame frame, Call call) =>
        !call.Arguments.IsEmpty && MayHold(call.Operation.Type) && Name(frame, call) is { } name && Trying.Contains(NameWords.Of(name).FirstOrDefault() ?? "")
        && call.Arguments.Any(argument => frame.Deep(frame[argument]).Facts.Any(fact => fact.Origin.IsConcrete || fact.Origin.Kind == FactKind.Parameter))
        && !frame.Engine.Models.IsInferredCall(call.Method, frame.Method.Cancellation);

    /// <summary>The name of a member of the program without a body in sight; null for others.</summary>
    private static string? Name(Frame frame, Call call) => call.Method switch
    {
        { MethodKind: MethodKind.DelegateInvoke } => Assignments.Original(frame, call.Instance) switch
        {
            IMemberReferenceOperation { Member: var member } => member.Name,
            IParameterReferenceOperation { Parameter: var parameter } => parameter.Name,
            _ => null,
        },
        { MethodKind: MethodKind.Ordinary, IsAbstract: true, DeclaringSyntaxReferences.IsEmpty: false } method
            when frame.Engine.Members.Targets(method, frame.Method.Cancellation).IsEmpty => method.Name,
        _ => null,
    };

    /// <summary>A number, a truth, a grade, or an object of the program that may hold them.</summary>
    private static bool MayHold(ITypeSymbol? type) =>
        Types.TraitsOf(type) != Traits.None
        || (Types.Unwrap(type) is INamedTypeSymbol { SpecialType: SpecialType.None } held && (held.IsTupleType || !held.DeclaringSyntaxReferences.IsEmpty));
}
