using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Looks through one member for what libraries offer to switch a precaution off.</summary>
internal sealed class MemberSwitches(Engine engine, OffValues values, Action<IOperation, Off> found)
{
    public void Scan(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                    Assigned(target, assignment.Value);
                    break;
                case IMemberReferenceOperation reference:
                    Mentioned(reference, reference.Member);
                    break;
                case IInvocationOperation call:
                    Called(call, call.TargetMethod, call.Arguments);
                    Added(call);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } creation:
                    Called(creation, constructor, creation.Arguments);
                    break;
            }
        }
    }

    private void Assigned(IPropertyReferenceOperation target, IOperation value)
    {
        foreach (var entry in Entries(target.Property).Where(entry => entry.Place?.Root == PlaceRoot.Value))
        {
            Trace(entry, target.Property, target, value);
        }
    }

    /// <summary>Something is added to a list that is a setting.</summary>
    private void Added(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Add" or "AddRange" && call.Instance is IPropertyReferenceOperation list)
        {
            foreach (var argument in call.Arguments)
            {
                Assigned(list, argument.Value);
            }
        }
    }

    private void Called(IOperation call, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var entries = Entries(method);
        if (call is IObjectCreationOperation)
        {
            entries = entries.Concat(engine.Knowledge.TypeRolesOf(method.ContainingType).Where(entry => entry.Symbol.Member is null));
        }

        foreach (var entry in entries)
        {
            if (SwitchEntries.IsValue(entry))
            {
                Use(call, method);
            }
            else if ((entry.Place ?? entry.When?.Place) is { Root: PlaceRoot.Argument } place)
            {
                foreach (var argument in arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == place.Argument))
                {
                    Trace(entry, method, call, argument.Value);
                }
            }
        }
    }

    private void Mentioned(IMemberReferenceOperation reference, ISymbol member)
    {
        if (Entries(member).Any(SwitchEntries.IsValue))
        {
            Use(reference, member);
        }
    }

    private void Use(IOperation operation, ISymbol member)
    {
        if (Uses.AsValue(operation))
        {
            found(operation, new Off(SwitchKind.Approval, Types.Display(member), SourceSpan.Of(operation.Syntax), null) { IsLowered = Uses.IsDecided(operation) });
        }
    }

    private void Trace(RoleEntry entry, ISymbol member, IOperation at, IOperation value)
    {
        // The assembly that declares a limit says itself what is too high.
        var isOwnLimit = SwitchEntries.IsLimit(entry) && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, engine.Compilation.Assembly);
        if (!isOwnLimit && SwitchEntries.Of(entry, member, SourceSpan.Of(at.Syntax)) is { } off)
        {
            values.Trace(value, off with { IsLowered = Uses.IsDecided(at) });
        }
    }

    private IEnumerable<RoleEntry> Entries(ISymbol member) => engine.Knowledge.RolesOf(member);
}
