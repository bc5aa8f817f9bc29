using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Looks through a member, without walking it, for anything that may be a source: most members that the index names only share a word
/// with one. A member without a source of its own is walked only if something that it calls or reads has something to say.
/// </summary>
internal sealed class SourceScan(Engine engine)
{
    private readonly ConcurrentDictionary<ISymbol, Result> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What a member may get a model's words from.</summary>
    /// <param name="HasSource">It has a source itself.</param>
    /// <param name="Others">Else: the members and the state that may have one.</param>
    public sealed record Result(bool HasSource, ImmutableArray<Question> Others)
    {
        public static readonly Result Source = new(true, ImmutableArray<Question>.Empty);
    }

    public Result Of(ISymbol member, CancellationToken cancellation) =>
        _known.TryGetValue(member, out var known) ? known : _known.GetOrAdd(member, Scan(member, cancellation));

    private Result Scan(ISymbol member, CancellationToken cancellation)
    {
        if (member is IMethodSymbol method && engine.Tools.IsTool(method, cancellation, out _))
        {
            return Result.Source;
        }

        var others = new HashSet<Question>();
        foreach (var root in engine.Bodies.Operations(member, cancellation))
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                if (IsSource(operation, cancellation))
                {
                    return Result.Source;
                }

                others.UnionWith(Other(operation, cancellation));
            }
        }

        others.Remove(new Question(member, IsOpen: false));
        return new Result(false, others.ToImmutableArray());
    }

    private bool IsSource(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => IsSource(invocation.TargetMethod) || engine.Models.IsInferredCall(invocation.TargetMethod, cancellation),
        IObjectCreationOperation { Constructor: { } constructor } =>
            IsSource(constructor) || engine.Knowledge.TypeRolesOf(constructor.ContainingType).Any(entry => entry.Role == Role.Grader),
        IPropertyReferenceOperation property => IsSource(property.Property),
        _ => operation.ConstantValue is { HasValue: true, Value: string text } && Flow.Transfers.Constants.NamesReinforcement(text),
    };

    private bool IsSource(ISymbol symbol)
    {
        foreach (var entry in engine.Knowledge.RolesOf(symbol))
        {
            if (entry.Role is Role.ModelCall or Role.ModelOutputMember or Role.ToolArguments or Role.Grader or Role.ToolDefinition)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Question> Other(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => Callee(invocation.TargetMethod, cancellation),
        IObjectCreationOperation { Constructor: { } constructor } => Callee(constructor, cancellation),
        IMethodReferenceOperation reference => Callee(reference.Method, cancellation),
        IFieldReferenceOperation field => State(field.Field),
        IPropertyReferenceOperation { Property: { } property } =>
            property.GetMethod is { } getter ? State(property).Concat(Callee(getter, cancellation)) : State(property),
        _ => Enumerable.Empty<Question>(),
    };

    private IEnumerable<Question> Callee(IMethodSymbol method, CancellationToken cancellation) =>
        !method.DeclaringSyntaxReferences.IsEmpty && engine.Members.MaySeeModel(method, cancellation)
            ? engine.Members.Targets(method, cancellation).Select(target => new Question(target, IsOpen: false))
            : Enumerable.Empty<Question>();

    private IEnumerable<Question> State(ISymbol state)
    {
        if (!state.DeclaringSyntaxReferences.IsEmpty && engine.Index.MayHoldModel(state.ContainingType.Name, state.Name))
        {
            yield return new Question(state.OriginalDefinition, IsOpen: false);
        }
    }
}
