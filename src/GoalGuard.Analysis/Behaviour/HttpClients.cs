using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// What is sure of every request that a client sends, redirects included: that it follows none, or that it refuses private addresses whenever
/// it connects. Asked of the expressions that make the client; an injected one is out of sight.
/// </summary>
internal sealed class HttpClients(Engine engine)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _ranges = new(SymbolEqualityComparer.Default);

    /// <summary>The guards that every request of the client has.</summary>
    public Guard OfClient(IOperation? client, ISymbol member, CancellationToken cancellation)
    {
        var guards = (Guard)~0;
        var isMade = false;
        foreach (var made in MadeBy.Of(engine, client, member, cancellation))
        {
            isMade = true;
            guards &= made is IObjectCreationOperation creation ? OfCreation(creation, member, cancellation) : Guard.None;
        }

        return isMade ? guards : Guard.None;
    }

    private Guard OfCreation(IObjectCreationOperation client, ISymbol member, CancellationToken cancellation)
    {
        var guards = Guard.None;
        foreach (var handler in client.Arguments.Where(argument => argument.Parameter?.Name == "handler").SelectMany(argument => MadeBy.Of(engine, argument.Value, member, cancellation)))
        {
            foreach (var setting in Settings(handler))
            {
                guards |= setting switch
                {
                    { Target: IPropertyReferenceOperation { Property.Name: "AllowAutoRedirect" }, Value.ConstantValue: { HasValue: true, Value: false } } => Guard.EveryHop,
                    { Target: IPropertyReferenceOperation { Property.Name: "ConnectCallback" } } when Refuses(setting.Value, cancellation) => Guard.EveryHop | Guard.PublicHost,
                    _ => Guard.None,
                };
            }
        }

        return guards;
    }

    /// <summary>The properties that are set on a new handler: where it is made, and on the variable that holds it.</summary>
    private static IEnumerable<ISimpleAssignmentOperation> Settings(IOperation handler)
    {
        var own = handler is IObjectCreationOperation { Initializer: { } initializer } ? initializer.Initializers.OfType<ISimpleAssignmentOperation>() : Enumerable.Empty<ISimpleAssignmentOperation>();
        return handler.Parent?.Parent is IVariableDeclaratorOperation { Symbol: { } local }
            ? own.Concat(Definitions.Root(handler).Descendants().OfType<ISimpleAssignmentOperation>().Where(assignment =>
                assignment.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation on } && SymbolEqualityComparer.Default.Equals(on.Local, local)))
            : own;
    }

    /// <summary>True for a callback that throws and tests addresses for private ranges, by itself or by a helper.</summary>
    private bool Refuses(IOperation callback, CancellationToken cancellation)
    {
        var body = callback.DescendantsAndSelf().OfType<IMethodReferenceOperation>().FirstOrDefault() is { } reference
            ? engine.Bodies.Operations(reference.Method, cancellation).SelectMany(operation => operation.DescendantsAndSelf()).ToList()
            : callback.DescendantsAndSelf().ToList();
        return body.Any(operation => operation is IThrowOperation)
            && (IsRanges(body) || body.OfType<IInvocationOperation>().Any(call => TestsRanges(call.TargetMethod, cancellation))
                || body.OfType<IMethodReferenceOperation>().Any(group => TestsRanges(group.Method, cancellation)));
    }

    /// <summary>True if the member compares an address with the ranges of private networks.</summary>
    public bool TestsRanges(ISymbol member, CancellationToken cancellation) =>
        !member.DeclaringSyntaxReferences.IsEmpty
        && (_ranges.TryGetValue(member.OriginalDefinition, out var known) ? known
            : _ranges.GetOrAdd(member.OriginalDefinition, IsRanges(engine.Bodies.Operations(member.OriginalDefinition, cancellation).SelectMany(body => body.DescendantsAndSelf()))));

    /// <summary>10/8, 172.16/12 and 192.168/16, as numbers, and an address that they are compared with.</summary>
    private static bool IsRanges(IEnumerable<IOperation> operations)
    {
        var numbers = new HashSet<long>();
        var hasAddress = false;
        foreach (var operation in operations)
        {
            if (operation.ConstantValue is { HasValue: true, Value: int or byte or uint or long } constant)
            {
                numbers.Add(Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture));
            }

            hasAddress |= operation is IInvocationOperation { TargetMethod: { Name: "GetAddressBytes" or "TryWriteBytes", ContainingType.Name: "IPAddress" } };
        }

        return hasAddress && numbers.IsSupersetOf(new long[] { 10, 172, 192 });
    }
}
