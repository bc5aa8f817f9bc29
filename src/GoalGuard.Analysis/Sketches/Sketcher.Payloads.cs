using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Messages: what one carries is kept apart from where it goes.</summary>
internal sealed partial class Sketcher
{
    private const string Content = "Content";

    private readonly Dictionary<ISymbol, InputSet> _payloads = new(SymbolEqualityComparer.Default);

    private InputSet Payload(ISymbol message) => _payloads.TryGetValue(message, out var value) ? value : InputSet.Empty;

    private void Load(ISymbol message, InputSet value)
    {
        if (!Payload(message).Holds(value))
        {
            _payloads[message] = Payload(message) | value;
            _isChanged = true;
        }
    }

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation conversion => VariableOf(conversion.Operand),
        _ => null,
    };

    /// <summary>A message that is made with its content in an initializer.</summary>
    private void AssignMade(ISymbol variable, IOperation? made, InputSet value)
    {
        if (made is IObjectCreationOperation { Initializer: { } initializer } creation
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(assignment => Carriers.IsPayload(assignment.Target.Type)) is { } content)
        {
            Load(variable, this[content.Value]);
            value = initializer.Initializers.Where(part => part != content).Aggregate(Given(creation.Arguments), (all, part) => all | this[part]);
        }

        Assign(variable, value);
    }

    /// <summary>The value at a place of an argument: of a message, either what it carries or the rest.</summary>
    private InputSet At(IOperation? argument, Place place)
    {
        if (place.Steps.IsEmpty || place.Steps[0].Kind != PlaceStepKind.Member || VariableOf(argument) is not { } message || Payload(message).IsEmpty)
        {
            return this[argument];
        }

        return message is IParameterSymbol parameter
            ? Parameter(parameter) | (place.Steps[0].Name == Content ? Payload(message) : InputSet.Empty)
            : Variable(message) | (place.Steps[0].Name == Content ? Payload(message) : InputSet.Empty);
    }
}
