using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// Methods whose body is in sight: what they return, with the arguments in place of the parameters, and what they add to a builder that they are handed.
/// </summary>
internal static class Helpers
{
    /// <summary>Null where no body is in sight or none of its texts comes back.</summary>
    public static AssembledText? Of(Walk walk, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation call)
    {
        var collected = arguments.Where(argument => IsCollected(walk, argument)).ToList();
        if (!Variables.MayHoldText(Types.Unwrap(method.ReturnType)) && collected.Count == 0)
        {
            return null;
        }

        var targets = walk.Engine.Members.Targets(method, walk.Cancellation);
        if (targets.IsEmpty)
        {
            return null;
        }

        var bound = arguments.Where(argument => argument.Parameter is not null && argument.ArgumentKind != ArgumentKind.DefaultValue)
            .ToDictionary(argument => argument.Parameter!.Ordinal, argument => Argument(walk, argument));
        var after = TextState.Unreachable;
        var text = walk.Slice.Through(method.OriginalDefinition, () => Alternatives.Of(targets.Select(target => Result(walk.Slice, target, bound, ref after)).ToList()));
        if (text is null || !after.IsReachable)
        {
            return walk.Hole(call);
        }

        foreach (var argument in collected)
        {
            var left = targets.Select(target => after[Body(target).Parameters[argument.Parameter!.Ordinal]]).FirstOrDefault(each => each is not null);
            Assignments.Set(walk, argument, left?.ReadBy(SourceSpan.Of(call.Syntax)) ?? walk.Hole(call));
        }

        return text.IsEmpty && !Variables.MayHoldText(Types.Unwrap(method.ReturnType)) ? walk.Hole(call) : walk.Read(text, call);
    }

    /// <summary>A local function called where it can be read: it works on the variables of the member itself.</summary>
    public static AssembledText Local(Walk walk, IInvocationOperation call, ILocalFunctionOperation function)
    {
        var before = walk.State;
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is not null))
        {
            var text = argument.ArgumentKind == ArgumentKind.DefaultValue ? Parameters.Default(walk.Slice, argument.Parameter!) : Argument(walk, argument);
            walk.State = walk.State.With(argument.Parameter!.OriginalDefinition, text ?? walk.Hole(call));
        }

        var result = walk.Slice.Through(function.Symbol, () => Run(walk, function));
        foreach (var parameter in function.Symbol.Parameters)
        {
            // Of all calls together, for whoever asks what stands in the function itself.
            walk.State = before[parameter] is { } earlier && walk.State[parameter] is { } now ? walk.State.With(parameter, Alternatives.Of(earlier, now)) : walk.State;
        }

        return result ?? walk.Hole(call);
    }

    /// <summary>What a lambda makes of an item of a list; the item is a hole where it is not known.</summary>
    public static AssembledText Lambda(Walk walk, IAnonymousFunctionOperation lambda, AssembledText? item)
    {
        if (walk.IsTarget(lambda))
        {
            return walk.Hole(lambda);
        }

        if (item is not null && !lambda.Symbol.Parameters.IsEmpty)
        {
            walk.State = walk.State.With(lambda.Symbol.Parameters[0], item);
        }

        return Run(walk, lambda);
    }

    private static AssembledText Run(Walk walk, IOperation function)
    {
        var (exits, before) = (walk.Exits, walk.State);
        walk.Exits = new Exits();
        Statements.Run(walk, Walk.Body(function));
        var own = walk.Exits;
        own.Add(walk.State);
        walk.Exits = exits;
        walk.State = own.State.IsReachable ? own.State : before;
        return own.Returned.Count == 0 ? walk.Hole(function) : Alternatives.Of(own.Returned);
    }

    private static AssembledText Argument(Walk walk, IArgumentOperation argument)
    {
        if (Variables.MayHoldText(argument.Parameter!.Type) || argument.Value.ConstantValue.HasValue
            || Variables.Below(argument) is IInterpolatedStringHandlerCreationOperation)
        {
            return Expressions.Of(walk, argument);
        }

        Statements.Run(walk, argument.Value);
        return walk.Hole(argument);
    }

    private static bool IsCollected(Walk walk, IArgumentOperation argument) =>
        Variables.IsChangeable(argument) && Variables.Of(argument) is { } variable && walk.Relevance.Contains(variable);

    /// <summary>What a getter yields.</summary>
    public static AssembledText Result(TextSlice slice, IMethodSymbol getter)
    {
        var after = TextState.Unreachable;
        return Result(slice, getter, ImmutableDictionary<int, AssembledText>.Empty, ref after);
    }

    private static AssembledText Result(TextSlice slice, IMethodSymbol target, IReadOnlyDictionary<int, AssembledText> bound, ref TextState after)
    {
        var method = Body(target);
        var returned = new List<AssembledText>();
        foreach (var root in slice.Engine.Bodies.Operations(method, slice.Cancellation))
        {
            var written = method.Parameters.Where(parameter => parameter.RefKind != RefKind.None || Variables.IsCollector(parameter.Type));
            var relevance = Relevance.Of(root, operation => operation is IReturnOperation, written, slice.Cancellation);
            var walk = new Walk(slice, method, relevance) { State = Entry(slice, method, bound) };
            walk.Through(root);
            returned.AddRange(walk.Exits.Returned);
            after = after.Join(walk.Exits.State);
            returned.AddRange(walk.Exits.State[method] is { IsEmpty: false } yielded ? new[] { yielded } : Array.Empty<AssembledText>());
        }

        return Alternatives.Of(returned);
    }

    /// <summary>The parameters with their arguments, or what they are if there is none; what <c>yield</c> has yielded so far.</summary>
    private static TextState Entry(TextSlice slice, IMethodSymbol method, IReadOnlyDictionary<int, AssembledText> bound)
    {
        var state = TextState.Empty.With(method, AssembledText.Empty);
        foreach (var parameter in method.Parameters)
        {
            var text = bound.TryGetValue(parameter.Ordinal, out var argument) ? argument : Parameters.Default(slice, parameter);
            state = text is null ? state : state.With(parameter, text);
        }

        return state;
    }

    private static IMethodSymbol Body(IMethodSymbol method) => method.PartialImplementationPart ?? method;
}
