using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Variables that stand for something else: a delegate that was read somewhere, an object that writes into another one, a reference.</summary>
internal sealed partial class Sketcher
{
    private const int MaxViews = 3;

    private readonly Dictionary<ISymbol, List<IOperation>> _views = new(SymbolEqualityComparer.Default);
    private int _viewed;

    /// <summary>The variable stands for something else: what is put into the one is put into the other.</summary>
    private void View(IOperation? variable, IOperation? viewed)
    {
        var symbol = variable switch
        {
            ILocalReferenceOperation local => local.Local,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            _ => null,
        };
        if (symbol is not null)
        {
            View(symbol, viewed);
        }
    }

    private void View(ILocalSymbol variable, IOperation? viewed)
    {
        if (viewed is null || (Viewed(variable, viewed) is var places && places.Count == 0))
        {
            return;
        }

        if (!_views.TryGetValue(variable, out var known))
        {
            _views[variable] = known = new List<IOperation>();
        }

        foreach (var place in places.Where(place => !known.Contains(place)))
        {
            known.Add(place);
            _isChanged = true;
        }
    }

    private IReadOnlyList<IOperation> Viewed(ILocalSymbol variable, IOperation viewed)
    {
        var made = Target(viewed);
        if (variable.IsRef || variable.Type.TypeKind == TypeKind.Delegate)
        {
            return new[] { made };
        }

        return made switch
        {
            IObjectCreationOperation { Constructor: { } constructor, Initializer: null } creation
                when !IsOurs(constructor) && Types.MayHoldDelegate(creation.Type) => new[] { made },
            IObjectCreationOperation { Constructor: { } constructor } creation when !IsOurs(constructor) => engine.Knowledge.FlowsOf(constructor)
                .Where(flow => flow is { From.Root: PlaceRoot.This, To.Root: PlaceRoot.Argument })
                .SelectMany(flow => creation.Arguments.Where(argument => argument.Parameter?.Name == flow.To.Argument)).Select(argument => argument.Value).ToList(),
            IPropertyReferenceOperation { Instance: { } instance } property when !IsOurs(property.Property)
                && engine.Knowledge.FlowsOf(property.Property).Any(flow => flow is { From.Root: PlaceRoot.Return, To.Root: PlaceRoot.This }) => new[] { instance },
            _ => Array.Empty<IOperation>(),
        };
    }

    /// <summary>A few steps at most: views of views end somewhere.</summary>
    private void StoreViewed(ISymbol variable, InputSet value)
    {
        if (_viewed < MaxViews && _views.TryGetValue(variable, out var places))
        {
            _viewed++;
            foreach (var place in places)
            {
                Store(place, value);
            }

            _viewed--;
        }
    }
}
