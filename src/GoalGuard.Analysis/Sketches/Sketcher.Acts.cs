using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Where values act: arguments that knowledge names, what is added to the arguments or the input of a process, properties that configure an act.</summary>
internal sealed partial class Sketcher
{
    private bool IsAct(RoleEntry entry) => Acts.IsAct(entry) && Gates.IsActed(entry) && !Proxies.IsMachinery(engine, entry);

    /// <summary>An argument that acts, or that is added to the arguments or the input of a process.</summary>
    private void ActOn(ImmutableArray<RoleEntry> roles, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        if (IsHandle(this[receiver]))
        {
            Output(new Port(PortKind.Act), given);
        }

        foreach (var entry in roles)
        {
            if (OutsideActs.Is(entry) && entry.Place?.Root != PlaceRoot.This)
            {
                Output(new Port(PortKind.Act), Given(arguments));
            }
            else if (IsAct(entry) && entry.Place is { } place && MayHold(entry) && (OutsideActs.CountsNumbers(entry) || !IsNumber(arguments, place)))
            {
                Output(new Port(PortKind.Act), place.Root switch
                {
                    PlaceRoot.Argument => At(arguments.FirstOrDefault(argument => argument.Parameter?.Name == place.Argument)?.Value, place),
                    PlaceRoot.This => this[receiver ?? arguments.FirstOrDefault()?.Value],
                    _ => InputSet.Empty,
                });
            }
        }
    }

    private static bool IsNumber(ImmutableArray<IArgumentOperation> arguments, Place place) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == place.Argument) is { } argument && !Carriers.May(argument.Value.Type);

    /// <summary>A member of a library that acts was handed over by name.</summary>
    private void ActOn(ImmutableArray<RoleEntry> roles, InputSet given)
    {
        if (roles.Any(entry => IsAct(entry) && entry.Place is { Root: PlaceRoot.Argument } && MayHold(entry)))
        {
            Output(new Port(PortKind.Act), given);
        }
    }

    /// <summary>A condition on an address asks for a completion endpoint: without the name of one in the program, it does not hold.</summary>
    private bool MayHold(RoleEntry entry) => entry.When is null || engine.Index.HasEndpoint || !entry.When.Place.ToString().EndsWith("Uri", StringComparison.OrdinalIgnoreCase);

    /// <summary>A property that configures an act, or an element of the arguments of a process, is assigned.</summary>
    private void ActOn(IPropertyReferenceOperation property, InputSet value)
    {
        if (IsHandle(this[property]) || IsHandle(this[property.Instance])
            || engine.Knowledge.RolesOf(property.Property).Any(entry => IsAct(entry) && entry.Place?.Root == PlaceRoot.Value))
        {
            Output(new Port(PortKind.Act), value);
        }
    }
}
