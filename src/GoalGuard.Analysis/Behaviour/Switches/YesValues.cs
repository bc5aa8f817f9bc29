using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Functions that say yes whatever they are asked, and the values that mean yes.</summary>
internal sealed class YesValues(Engine engine, CancellationToken cancellation)
{
    /// <summary>How many functions may stand behind each other.</summary>
    private const int MaxDepth = 3;

    private const string Answer = "answer";
    private const string Never = "never";

    /// <summary>The first words of names and texts that mean yes.</summary>
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "approve", "approved", "allow", "allowed", "accept", "accepted", "grant", "granted", "permit", "permitted",
        "confirm", "confirmed", "yes", "proceed");

    /// <summary>True if whatever is returned is a yes, and nobody is asked on the way.</summary>
    public bool IsAlways(IMethodSymbol method) => IsAlways(method, 0);

    public bool IsAlways(IAnonymousFunctionOperation lambda) => IsAlways(lambda.Body, 0);

    private bool IsAlways(IMethodSymbol method, int depth) =>
        depth < MaxDepth && FunctionBodies.Of(engine, method, cancellation) is { } body && IsAlways(body, depth);

    private bool IsAlways(IOperation body, int depth)
    {
        var own = FunctionBodies.Own(body).ToList();
        var answers = own.OfType<IReturnOperation>().Select(answer => answer.ReturnedValue).OfType<IOperation>().ToList();
        return answers.Count > 0 && answers.TrueForAll(answer => IsYes(answer, depth))
            && !own.Exists(operation => operation is IThrowOperation || People.AreAsked(engine, operation));
    }

    /// <summary>True for a constant yes, alone or as the verdict of an answer.</summary>
    private bool IsYes(IOperation value, int depth)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                return IsYes(conversion.Operand, depth);
            case IAwaitOperation awaited:
                return IsYes(awaited.Operation, depth);
            case { ConstantValue: { HasValue: true, Value: bool truth } }:
                return truth;
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return Says(text);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: null } reference:
                return Says(reference.Member.Name);
            case ILocalReferenceOperation local when depth < MaxDepth:
                var definitions = Definitions.Of(local.Local, local).ToList();
                return definitions.Count > 0 && definitions.TrueForAll(definition => IsYes(definition, depth + 1));
            case IObjectCreationOperation creation:
                return creation.Type?.TypeKind != TypeKind.Delegate && Verdicts(creation).Any(given => IsYes(given, depth));
            case IInvocationOperation call:
                return IsYes(call, depth);
            default:
                return false;
        }
    }

    private bool IsYes(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.Name == "FromResult" || engine.Knowledge.RolesOf(method).Any(entry => entry is { Role: Role.Approval, Note: Answer }))
        {
            return call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsYes(argument.Value, depth));
        }

        return !method.DeclaringSyntaxReferences.IsEmpty ? IsAlways(method, depth + 1)
            : method.IsStatic && call.Arguments.All(argument => argument.ArgumentKind != ArgumentKind.Explicit || argument.Value.ConstantValue.HasValue)
                && Says(method.Name);
    }

    /// <summary>What an answer is made of that may say yes or no.</summary>
    private static IEnumerable<IOperation> Verdicts(IObjectCreationOperation creation) =>
        creation.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && IsVerdict(argument.Parameter?.Type)).Select(argument => argument.Value)
            .Concat((creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>()
                .Where(assignment => IsVerdict(assignment.Target.Type)).Select(assignment => assignment.Value));

    private static bool IsVerdict(ITypeSymbol? type) =>
        Types.IsBoolean(type) || Types.IsString(type) || type is { TypeKind: TypeKind.Enum or TypeKind.Struct or TypeKind.Class, SpecialType: SpecialType.None };

    /// <summary>True for <c>approved</c>, <c>AllowOnce</c>; not for <c>approve-never</c> and the like.</summary>
    private static bool Says(string text) =>
        text.Length < 30 && NameWords.Of(text).ToList() is { Count: > 0 } words && Words.Contains(words[0])
        && !words.Exists(word => string.Equals(word, Never, StringComparison.OrdinalIgnoreCase));
}
