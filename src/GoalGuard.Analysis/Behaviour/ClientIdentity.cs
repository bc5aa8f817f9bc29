using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Which client answered: the constant model id it was made with, the key it was asked for by, the field or local that holds it. Of a parameter only the caller
/// knows. Two clients with different identities may still be one model; two with the same are one.
/// </summary>
internal static class ClientIdentity
{
    /// <summary>Marks the position of a parameter until a caller is known.</summary>
    private const char Parameter = '#';

    /// <summary>How many expressions one client is followed through: wrappers of wrappers end somewhere.</summary>
    private const int MaxSteps = 8;

    public static string? Of(Frame frame, IOperation? client)
    {
        for (var step = 0; step < MaxSteps && client is not null; step++)
        {
            client = Assignments.Original(frame, client);
            switch (client)
            {
                case IConversionOperation conversion:
                    client = conversion.Operand;
                    break;
                case IAwaitOperation wait:
                    client = wait.Operation;
                    break;
                case IMemberReferenceOperation member:
                    return Keyed(frame, member.Member) ?? "member " + Types.FullName(member.Member.ContainingType) + "." + member.Member.Name;
                case IParameterReferenceOperation parameter:
                    return OfParameter(frame, parameter.Parameter);
                case ILocalReferenceOperation local when OnlyDefinition(frame, local.Local) is { } only:
                    client = only;
                    break;
                case ILocalReferenceOperation local:
                    return "local " + local.Local.Name + " at " + local.Local.Locations.FirstOrDefault()?.SourceSpan.Start;
                case IObjectCreationOperation creation:
                    return Constant(creation.Arguments) is { } model ? "model " + model : null;
                case IInvocationOperation invocation:
                    if (Constant(invocation.Arguments) is { } text)
                    {
                        return (invocation.TargetMethod.Name.Contains("Keyed") ? "key " : "model ") + text;
                    }

                    // A wrapper of a client answers for it.
                    client = invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod ? invocation.Arguments.FirstOrDefault()?.Value : null);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The identity that a caller knows, of one that the callee only knows as a parameter.</summary>
    public static string? Resolve(Frame frame, Call call, string? client) =>
        client is { Length: > 1 } && client[0] == Parameter && int.TryParse(client.Substring(1), out var index) ? Of(frame, call.Argument(index)?.Value) : client;

    private static IOperation? OnlyDefinition(Frame frame, ILocalSymbol local) =>
        frame.Engine.Bodies.Operations(frame.Method.Member, frame.Method.Cancellation).SelectMany(body => Definitions.In(body, local)).Take(2).ToList() is [var only] ? only : null;

    private static string? OfParameter(Frame frame, IParameterSymbol parameter)
    {
        if (KeyOf(parameter) is { } key)
        {
            return key;
        }

        // A primary constructor's parameter, read in another member, is state of the type.
        return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, frame.Method.Member)
            ? Parameter + parameter.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "member " + Types.FullName(parameter.ContainingType) + "." + parameter.Name;
    }

    /// <summary>A field that a constructor fills with what was asked for by a key.</summary>
    private static string? Keyed(Frame frame, ISymbol member) => member.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => KeyOf(parameter) is not null && SymbolEqualityComparer.Default.Equals(parameter.Type, StateValues.TypeOf(member)) && Fills(frame, parameter, member))
        .Select(KeyOf).FirstOrDefault();

    private static bool Fills(Frame frame, IParameterSymbol parameter, ISymbol member) =>
        frame.Engine.Bodies.Operations(parameter.ContainingSymbol, frame.Method.Cancellation).SelectMany(body => body.DescendantsAndSelf()).OfType<ISimpleAssignmentOperation>()
            .Any(assignment => assignment.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member, member)
                && assignment.Value.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(read => SymbolEqualityComparer.Default.Equals(read.Parameter, parameter)));

    private static string? KeyOf(IParameterSymbol parameter) => parameter.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { Name: "FromKeyedServicesAttribute" } && attribute.ConstructorArguments.Length == 1)
        .Select(attribute => "key " + attribute.ConstructorArguments[0].Value).FirstOrDefault();

    private static string? Constant(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Select(argument => (argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value).ConstantValue).Where(constant => constant is { HasValue: true, Value: string { Length: > 0 } }).Select(constant => (string?)constant.Value).FirstOrDefault();
}
