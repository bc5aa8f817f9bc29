using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Tools that only ever reach a wrapper that asks a person: at once, by way of a variable, or as elements of a sequence that is mapped to
/// wrappers.
/// </summary>
internal sealed class ToolApprovals(Engine engine)
{
    /// <summary>How many variables a tool may go through.</summary>
    private const int MaxVariables = 4;

    /// <summary>LINQ methods that hand on the same tools.</summary>
    private static readonly ImmutableHashSet<string> Passing =
        ImmutableHashSet.Create(StringComparer.Ordinal, "OfType", "Cast", "ToList", "ToArray", "AsEnumerable", "Where", "Concat", "Append", "Prepend");

    /// <summary>True if a person is asked before the made tool runs.</summary>
    public bool IsApproved(IOperation factory, CancellationToken cancellation) =>
        // The operations of a control flow graph have lost what stands around them.
        engine.Bodies.Model(factory.Syntax.SyntaxTree)?.GetOperation(factory.Syntax, cancellation) is { } written && IsWrapped(written, 0);

    private bool IsWrapped(IOperation tool, int variables)
    {
        for (var at = tool; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } when IsWrapper(constructor):
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Select" } select } when IsLinq(select):
                    return MapsToWrapper(select, variables);
                case IArgumentOperation { Parent: IInvocationOperation invocation } when IsLinq(invocation) && Passing.Contains(invocation.TargetMethod.Name):
                case IInvocationOperation or IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or IVariableInitializerOperation:
                    continue;
                case IConditionalOperation conditional when conditional.WhenFalse == at && IsOnByDefault(conditional.Condition):
                    return true;
                case IVariableDeclaratorOperation declarator:
                    return IsAlwaysWrapped(declarator.Symbol, declarator, variables);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == at:
                    return IsAlwaysWrapped(target.Local, assignment, variables);
                default:
                    if (Flow.Transfers.Collections.IsCollectionExpression(parent))
                    {
                        continue;
                    }

                    return false;
            }
        }

        return false;
    }

    /// <summary>Approval that a parameter can switch off counts while it is on unless a caller says otherwise; the other arm is another use.</summary>
    private static bool IsOnByDefault(IOperation condition) =>
        condition is IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } };

    private bool IsWrapper(IMethodSymbol constructor) => engine.Knowledge.RolesOf(constructor).Any(entry => entry.Role == Role.Approval);

    private static bool IsLinq(IInvocationOperation invocation) => Types.FullName(invocation.TargetMethod.ContainingType) == "System.Linq.Enumerable";

    /// <summary><c>tools.Select(tool => new ApprovalRequiredAIFunction(tool))</c>.</summary>
    private bool MapsToWrapper(IInvocationOperation select, int variables) =>
        select.Arguments.SelectMany(argument => argument.Descendants()).OfType<IAnonymousFunctionOperation>().FirstOrDefault() is { } selector
        && selector.Symbol.Parameters.FirstOrDefault() is { } element && IsAlwaysWrapped(element, selector.Body, variables);

    /// <summary>True if the variable is used, and each use that is more than a look at a property ends in a wrapper.</summary>
    private bool IsAlwaysWrapped(ISymbol variable, IOperation site, int variables)
    {
        if (variables >= MaxVariables)
        {
            return false;
        }

        var root = site;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var uses = root.Descendants().Where(operation => Refers(operation, variable) && !IsLook(operation)).ToList();
        return uses.Count > 0 && uses.All(use => IsWrapped(use, variables + 1));
    }

    private static bool Refers(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    };

    private static bool IsLook(IOperation use) =>
        use.Parent is IPropertyReferenceOperation || (use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use);
}
