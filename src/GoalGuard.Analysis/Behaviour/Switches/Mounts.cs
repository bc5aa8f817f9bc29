using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>The path of a mount as it is put together: <c>$"{folder}:/work"</c>. Open is the home of the user, and whatever a model chooses.</summary>
internal sealed class Mounts(Engine engine, CancellationToken cancellation)
{
    private static readonly ImmutableHashSet<string> Homes = ImmutableHashSet.Create(StringComparer.Ordinal, "UserProfile", "Personal", "MyDocuments");

    private static readonly ImmutableHashSet<string> HomeVariables = ImmutableHashSet.Create(StringComparer.Ordinal, "HOME", "USERPROFILE");

    public bool IsOpen(IOperation path, Off off) => path switch
    {
        IParameterReferenceOperation parameter => IsChosen(parameter),
        IInvocationOperation call => IsHome(call),
        IInterpolatedStringOperation or IBinaryOperation => Beginning(path) is { Length: > 0 } beginning && off.IsMetByBeginning(beginning),
        _ => false,
    };

    /// <summary>What stands first in a text that is put together.</summary>
    public static IEnumerable<IOperation> Source(IOperation text) => text switch
    {
        IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } when parts[0] is IInterpolationOperation hole => new[] { hole.Expression },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => new[] { sum.LeftOperand },
        _ => Enumerable.Empty<IOperation>(),
    };

    private static string Beginning(IOperation text) => text switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => constant,
        IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } when parts[0] is IInterpolatedStringTextOperation first =>
            first.Text.ConstantValue.Value as string ?? "",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Beginning(sum.LeftOperand),
        _ => "",
    };

    private static bool IsHome(IInvocationOperation call) =>
        Flow.Types.FullName(call.TargetMethod.ContainingType) == "System.Environment" && call.Arguments.Any(argument => Off.Constant(argument.Value) is { } name
            && (call.TargetMethod.Name == "GetFolderPath" ? Homes.Contains(name) : HomeVariables.Contains(name)));

    /// <summary>A parameter of a tool that nothing in its body is decided by.</summary>
    private bool IsChosen(IParameterReferenceOperation reference) =>
        reference.Parameter.ContainingSymbol is IMethodSymbol method && Tools.IsInput(reference.Parameter) && engine.Tools.IsTool(method, cancellation, out _)
        && !Definitions.Root(reference).DescendantsAndSelf().OfType<IConditionalOperation>().Any(choice => choice.Condition.DescendantsAndSelf().Any(part =>
            part is IParameterReferenceOperation tested && SymbolEqualityComparer.Default.Equals(tested.Parameter, reference.Parameter)));
}
