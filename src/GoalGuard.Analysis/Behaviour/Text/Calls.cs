using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Calls that make a text of texts, hand one on or collect pieces of it.</summary>
internal static class Calls
{
    /// <summary>A chain of calls on one text or builder is read from its origin on; it may be a thousand calls long.</summary>
    public static AssembledText Of(Walk walk, IInvocationOperation call)
    {
        var steps = new Stack<IInvocationOperation>();
        IOperation at = call;
        while (Variables.Below(at) is IInvocationOperation { Instance: { } instance } step && IsStep(step))
        {
            steps.Push(step);
            at = instance;
        }

        if (steps.Count == 0)
        {
            return Single(walk, call);
        }

        var text = Expressions.Of(walk, at);
        foreach (var step in steps)
        {
            text = Step(walk, step, text, at);
            walk.Met(step, text);
        }

        return text;
    }

    /// <summary>Where a chain of calls that hand on their receiver begins.</summary>
    public static IOperation Origin(IOperation receiver)
    {
        while (Variables.Below(receiver) is IInvocationOperation { Instance: { } instance } call && IsStep(call))
        {
            receiver = instance;
        }

        return receiver;
    }

    private static bool IsStep(IInvocationOperation call) => call.Instance?.Type is { } type
        && (Variables.IsCollector(type) || (type.SpecialType == SpecialType.System_String && Strings.IsStep(call.TargetMethod))
            || HandsOn(call.TargetMethod) || IsOfHandler(call));

    /// <summary>The text behind a task, or what its like makes of it.</summary>
    private static bool HandsOn(IMethodSymbol method) =>
        method is { Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync", DeclaringSyntaxReferences.IsEmpty: true };

    /// <summary>A handler of the program's own gives back what was written into it.</summary>
    private static bool IsOfHandler(IInvocationOperation call) => call.TargetMethod.Name is "ToString" or "ToStringAndClear" or "GetFormattedText"
        && call.Instance!.Type!.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InterpolatedStringHandlerAttribute");

    private static AssembledText Step(Walk walk, IInvocationOperation call, AssembledText text, IOperation origin)
    {
        var type = call.Instance!.Type;
        if (!Variables.IsCollector(type))
        {
            return type!.SpecialType == SpecialType.System_String ? Strings.After(walk, call, text) : text;
        }

        var after = Builders.IsBuilder(type) ? Builders.After(walk, call, text) : Lists.After(walk, call, text);
        if (after is null)
        {
            return call.TargetMethod.Name is "ToString" or "ToArray" or "ToStringAndClear" or "AsReadOnly" or "GetStringBuilder" or "ToImmutable"
                ? text
                : Expressions.Unknown(walk, call);
        }

        Assignments.Set(walk, origin, after);
        return after;
    }

    private static AssembledText Single(Walk walk, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType?.SpecialType == SpecialType.System_String && method.IsStatic)
        {
            return Strings.Of(walk, call) ?? Expressions.Unknown(walk, call);
        }

        if (walk.Relevance.LocalFunction(method) is { } function)
        {
            return Helpers.Local(walk, call, function);
        }

        return Wrapped(walk, call) ?? Queries.Of(walk, call) ?? Files.Of(walk, call) ?? Helpers.Of(walk, method, call.Arguments, call)
            ?? Expressions.Unknown(walk, call);
    }

    /// <summary>Calls of the framework that wrap their argument or fix its culture.</summary>
    private static AssembledText? Wrapped(Walk walk, IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } or { Name: "Invariant" or "CurrentCulture", ContainingType.Name: "FormattableString" }
            when call.Arguments.Length == 1 => Expressions.Of(walk, call.Arguments[0].Value),
        _ => null,
    };
}
