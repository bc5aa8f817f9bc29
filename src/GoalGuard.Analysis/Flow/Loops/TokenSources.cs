using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What cancels a token.</summary>
/// <param name="Kind">The bound that checking it makes.</param>
/// <param name="Variable">The token, or the source it belongs to.</param>
/// <param name="Spoiled">Why checking it makes none.</param>
internal readonly record struct TokenFacts(BoundKind Kind, ISymbol? Variable, NearMissReason? Spoiled = null);

/// <summary>Where cancellation tokens come from: a caller, the host, a timeout, nobody.</summary>
internal static class TokenSources
{
    private const string Token = "System.Threading.CancellationToken";
    private const string Source = "System.Threading.CancellationTokenSource";

    public static bool IsToken(ITypeSymbol? type) => Symbols.IsType(type, Token);

    public static bool IsTokenOrSource(ITypeSymbol? type) => IsToken(type) || Symbols.IsType(type, Source);

    public static TokenFacts Of(LoopContext context, IOperation token, int depth = 0)
    {
        token = Symbols.Plain(token);
        var symbol = Symbols.Of(token);
        if (depth > LoopContext.MaxDepth)
        {
            return new TokenFacts(BoundKind.CallerToken, symbol);
        }

        return token switch
        {
            IDefaultValueOperation or IPropertyReferenceOperation { Property: { IsStatic: true, Name: "None" } } => Never(symbol),
            IPropertyReferenceOperation { Property.Name: "Token", Instance: { } source } when Symbols.IsType(source.Type, Source) => Of(context, source, depth + 1),
            IPropertyReferenceOperation { Property: { Name: "ApplicationStopping" or "ApplicationStopped" } property } => new TokenFacts(BoundKind.HostToken, property),
            IParameterReferenceOperation { Parameter: { } parameter } => new TokenFacts(IsStoppingToken(parameter) ? BoundKind.HostToken : BoundKind.CallerToken, parameter),
            ILocalReferenceOperation local => OfLocal(context, local.Local, depth),
            IFlowCaptureReferenceOperation capture when context.OnlyValue(capture.Id) is { } value => Of(context, value, depth + 1),
            IObjectCreationOperation { Arguments.IsEmpty: true } => Never(symbol),
            IObjectCreationOperation creation when Symbols.IsType(creation.Type, Source) => new TokenFacts(BoundKind.Deadline, null),
            IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link => OfLinked(context, link, depth),
            _ => new TokenFacts(BoundKind.CallerToken, symbol),
        };
    }

    private static TokenFacts Never(ISymbol? symbol) => new(BoundKind.CallerToken, symbol, NearMissReason.NeverCancelled);

    private static TokenFacts OfLocal(LoopContext context, ILocalSymbol local, int depth)
    {
        var facts = context.OnlyValue(local) is { } value ? Of(context, value, depth + 1) : new TokenFacts(BoundKind.CallerToken, local);
        if (!IsToken(local.Type))
        {
            facts = facts.Spoiled is null ? facts : Cancelled(context, local) ?? facts;
            facts = Calls(context, local, "CancelAfter") ? new TokenFacts(BoundKind.Deadline, local) : facts with { Variable = facts.Variable ?? local };
        }

        // A source that is made anew each round begins its time anew.
        var isRenewed = facts.Kind == BoundKind.Deadline && (!context.Writes(local).IsEmpty || RenewedInLoop(context, local));
        return isRenewed ? facts with { Spoiled = NearMissReason.Reset } : facts;
    }

    private static bool RenewedInLoop(LoopContext context, ILocalSymbol local) =>
        context.Operations().Any(each => IsCallOn(each.Operation, local, "CancelAfter") || IsCallOn(each.Operation, local, "TryReset"));

    /// <summary>A source that somebody in this member cancels, a handler of Ctrl+C for one, or that is handed to others.</summary>
    private static TokenFacts? Cancelled(LoopContext context, ILocalSymbol source) =>
        Calls(context, source, "Cancel") || Calls(context, source, "CancelAsync") || IsHandedOn(context, source) ? new TokenFacts(BoundKind.CallerToken, source) : null;

    private static bool Calls(LoopContext context, ILocalSymbol source, string name) => All(context).Any(operation => IsCallOn(operation, source, name));

    private static bool IsHandedOn(LoopContext context, ILocalSymbol source) => All(context).Any(operation => operation switch
    {
        IArgumentOperation argument => IsIt(argument.Value, source),
        IAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation } assignment => IsIt(assignment.Value, source),
        _ => false,
    });

    /// <summary>Everything in the member, lambdas included.</summary>
    private static ImmutableArray<IOperation> All(LoopContext context) => PostOrder.Of(context.Loop.Graph.Source.OriginalOperation);

    private static bool IsCallOn(IOperation operation, ISymbol source, string name) =>
        operation is IInvocationOperation { Instance: { } instance } call && call.TargetMethod.Name == name && IsIt(instance, source);

    private static bool IsIt(IOperation operation, ISymbol source) => SymbolEqualityComparer.Default.Equals(Symbols.Of(operation), source);

    private static TokenFacts OfLinked(LoopContext context, IInvocationOperation link, int depth)
    {
        // Any of them cancels: the one that comes for certain counts most.
        var facts = PostOrder.Of(link).Where(part => IsToken(part.Type) && part is not (IConversionOperation or IInvocationOperation) && part.Parent is not IPropertyReferenceOperation)
            .Select(part => Of(context, part, depth + 1)).Where(each => each.Spoiled is null).OrderBy(each => each.Kind).ToList();
        return facts.Count > 0 ? facts[0] : Never(null);
    }

    private static bool IsStoppingToken(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { Name: "ExecuteAsync" } method
        && Symbols.IsType(method.ContainingType, "Microsoft.Extensions.Hosting.BackgroundService");
}
