using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// Where a member hands texts to models: what knowledge calls a prompt or instructions, and the texts that a model call takes itself. Objects that carry
/// texts, like messages, are no places: the text was theirs when they were made, and that was the place.
/// </summary>
internal static class PromptPlaces
{
    /// <summary>The places of a member, in the order in which they are written; each expression once.</summary>
    public static IEnumerable<PromptPlace> In(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        var seen = new HashSet<IOperation>();
        foreach (var operation in engine.Bodies.Operations(member, cancellation).SelectMany(body => PostOrder.Of(body)))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var place in Of(engine, operation, cancellation))
            {
                if (HoldsText(place.Value) && seen.Add(place.Value))
                {
                    yield return place;
                }
            }
        }
    }

    private static IEnumerable<PromptPlace> Of(Engine engine, IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call => OfCall(engine, call.TargetMethod, call.Arguments, cancellation).Concat(Added(engine, call)),
        IObjectCreationOperation { Constructor: { } constructor } creation => OfCall(engine, constructor, creation.Arguments, cancellation),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } =>
            Prompts(engine, property).Where(entry => entry.Place is { Root: PlaceRoot.Value })
                .Select(entry => new PromptPlace(value, property, entry.Role == Role.SystemPrompt)),
        _ => Enumerable.Empty<PromptPlace>(),
    };

    private static IEnumerable<RoleEntry> Prompts(Engine engine, ISymbol symbol) =>
        engine.Knowledge.RolesOf(symbol).Where(entry => entry.Role is Role.PromptInput or Role.SystemPrompt);

    private static IEnumerable<PromptPlace> OfCall(Engine engine, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellation)
    {
        var isInstructions = arguments.Any(argument => Speakers.IsInstructor(argument.Value));
        foreach (var entry in Prompts(engine, method).Where(entry => entry.Place is { Root: PlaceRoot.Argument } && Holds(entry.When, arguments)))
        {
            foreach (var value in Named(arguments, entry.Place!.Argument!).SelectMany(Values))
            {
                yield return new PromptPlace(value, method, isInstructions || entry.Role == Role.SystemPrompt);
            }
        }

        if (engine.Knowledge.RolesOf(method).Any(entry => entry is { Role: Role.ModelCall, When: null }) || engine.Models.IsInferredCall(method, cancellation))
        {
            foreach (var value in arguments.Where(argument => IsPrompt(argument, arguments)).SelectMany(Values))
            {
                yield return new PromptPlace(value, method, isInstructions);
            }
        }
    }

    /// <summary><c>options.Instructions.Add(text)</c> and <c>new() { Instructions = { text } }</c>: an element of a property that is only read.</summary>
    private static IEnumerable<PromptPlace> Added(Engine engine, IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "Insert", Arguments: { IsEmpty: false } arguments } && Holder(call) is { } property
            ? Prompts(engine, property).Where(entry => entry.Place is { Root: PlaceRoot.Value, Steps: { Length: 1 } steps } && steps[0].Kind == PlaceStepKind.Element)
                .Select(entry => new PromptPlace(arguments[arguments.Length - 1].Value, property, entry.Role == Role.SystemPrompt))
            : Enumerable.Empty<PromptPlace>();

    private static IPropertySymbol? Holder(IInvocationOperation call) => call.Instance switch
    {
        IPropertyReferenceOperation { Property: var property } => property,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            when call.Parent?.Parent is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property } } => property,
        _ => null,
    };

    private static IEnumerable<IArgumentOperation> Named(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.Where(argument => argument.Parameter?.Name == name && argument.ArgumentKind != ArgumentKind.DefaultValue);

    private static IEnumerable<IOperation> Values(IArgumentOperation argument) =>
        Lists.Written(argument) ?? new[] { argument.Value };

    /// <summary>A text of a model call that is not only a setting: one that is called like a prompt; if none is, the only text.</summary>
    private static bool IsPrompt(IArgumentOperation argument, ImmutableArray<IArgumentOperation> arguments) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter
        && (Speakers.NamesPrompt(parameter.Name)
            || (arguments.Count(each => Types.IsString(each.Parameter?.Type)) == 1 && !arguments.Any(each => Speakers.NamesPrompt(each.Parameter?.Name ?? ""))));

    private static bool HoldsText(IOperation value) =>
        IsText(value.Type) || IsText(Variables.Below(value).Type) || Variables.Below(value) is IInterpolatedStringHandlerCreationOperation;

    private static bool IsText(ITypeSymbol? type) => Types.IsString(type) || Builders.IsBuilder(type) || type is { Name: "FormattableString" };

    /// <summary>Only what is written as a constant meets a condition.</summary>
    private static bool Holds(Condition? when, ImmutableArray<IArgumentOperation> arguments) =>
        when is null || (when.Place is { Root: PlaceRoot.Argument, Steps.IsEmpty: true }
            && Named(arguments, when.Place.Argument!).Any(argument => Constant(argument) is { } text && when.Accepts(text)));

    private static string? Constant(IArgumentOperation argument) => Expressions.Constant(Variables.Below(argument))?.Constant;
}
