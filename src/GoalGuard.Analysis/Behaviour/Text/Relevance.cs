using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// The backward half of the slice: which variables of a member have a part in what is asked for, whatever the order of statements. Only
/// expressions that mention one of them are looked at on the way forward.
/// </summary>
internal sealed class Relevance
{
    private readonly List<(int Position, ISymbol Variable, IOperation Operation)> _mentions = new();
    private readonly Dictionary<ISymbol, List<IOperation>> _writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _relevant = new(SymbolEqualityComparer.Default);
    private readonly int[] _positions;

    private Relevance(IOperation root, Func<IOperation, bool> isAsked, IEnumerable<ISymbol> variables, CancellationToken cancellation)
    {
        var asked = new List<IOperation>();
        foreach (var operation in PostOrder.Of(root))
        {
            cancellation.ThrowIfCancellationRequested();
            Note(operation);
            if (isAsked(operation))
            {
                asked.Add(operation);
            }
        }

        // A stable order: several are mentioned at one position by a pattern or an implicit receiver.
        _mentions = _mentions.OrderBy(mention => mention.Position).ToList();
        _positions = _mentions.Select(mention => mention.Position).ToArray();
        Spread(asked, variables);
        _positions = _mentions.Where(mention => _relevant.Contains(mention.Variable)).Select(mention => mention.Position)
            .Concat(asked.Select(operation => operation.Syntax.SpanStart)).OrderBy(position => position).ToArray();
    }

    /// <param name="root">The body.</param>
    /// <param name="isAsked">The expressions whose text is asked for.</param>
    /// <param name="variables">The variables whose text is asked for.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static Relevance Of(IOperation root, Func<IOperation, bool> isAsked, IEnumerable<ISymbol> variables, CancellationToken cancellation) =>
        new(root, isAsked, variables, cancellation);

    /// <summary>The first mention of each variable that comes from outside of the body and is changed in it: its text before matters.</summary>
    public IEnumerable<IOperation> ChangedFromOutside => _mentions
        .Where(mention => mention.Operation is IParameterReferenceOperation or IMemberReferenceOperation)
        .Where(mention => _relevant.Contains(mention.Variable) && _writes.ContainsKey(mention.Variable))
        .GroupBy(mention => mention.Variable, (_, mentions) => mentions.First().Operation, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    public bool Contains(ISymbol variable) => _relevant.Contains(variable);

    /// <summary>True for a variable that is worth keeping: what holds a text, or a number that never changes.</summary>
    public bool Keeps(ISymbol variable, ITypeSymbol? type) =>
        _relevant.Contains(variable) && (Variables.MayHoldText(type) || (_writes.TryGetValue(variable, out var writes) && writes.Count == 1));

    public ILocalFunctionOperation? LocalFunction(ISymbol symbol) => _localFunctions.TryGetValue(symbol.OriginalDefinition, out var function) ? function : null;

    /// <summary>True if what stands here mentions a variable that matters, or holds what is asked for.</summary>
    public bool Touches(SyntaxNode syntax)
    {
        var at = First(syntax.SpanStart);
        return at < _positions.Length && _positions[at] < syntax.Span.End;
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation when Variables.Of(operation) is { } variable:
                _mentions.Add((operation.Syntax.SpanStart, variable, operation));
                break;
            case IVariableDeclaratorOperation declarator:
                _mentions.Add((declarator.Syntax.SpanStart, declarator.Symbol, declarator));
                Write(declarator.Symbol, declarator.GetVariableInitializer() ?? (declarator.Parent as IForEachLoopOperation)?.Collection);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation item } loop:
                Write(item.Symbol, loop.Collection);
                break;
            case IDeconstructionAssignmentOperation { Target: var targets, Value: var value }:
                foreach (var target in targets.DescendantsAndSelf())
                {
                    Write(Variables.Of(target), value);
                }

                break;
            case IIncrementOrDecrementOperation step:
                Write(Variables.Of(step.Target), step);
                break;
            case IAssignmentOperation assignment:
                Write(Variables.Of(assignment.Target), assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                _mentions.Add((operation.Syntax.SpanStart, declared, operation));
                Write(declared, operation.Parent);
                break;
            case IArgumentOperation { Parent: { } call } argument when Variables.IsChangeable(argument):
                Write(Variables.Of(argument), call);
                break;
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } target }:
                _mentions.Add((operation.Syntax.SpanStart, target.OriginalDefinition, operation));
                Write(target.OriginalDefinition, operation);
                break;
            case IInvocationOperation { Instance: { } instance, Parent: not IInvocationOperation { Instance: not null } } call:
                Write(Variables.Of(Calls.Origin(instance)), call);
                break;
            case ILocalFunctionOperation function:
                _localFunctions[function.Symbol] = function;
                Write(function.Symbol, function);
                break;
        }
    }

    private void Write(ISymbol? variable, IOperation? source)
    {
        if (variable is null || source is null)
        {
            return;
        }

        if (!_writes.TryGetValue(variable, out var sources))
        {
            _writes.Add(variable, sources = new List<IOperation>());
        }

        sources.Add(source);
    }

    private void Spread(List<IOperation> asked, IEnumerable<ISymbol> variables)
    {
        var open = new Queue<ISymbol>(variables.Concat(asked.SelectMany(operation => MentionedIn(operation.Syntax))));
        while (open.Count > 0)
        {
            var variable = open.Dequeue();
            if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } function })
            {
                open.Enqueue(function);
            }

            if (_relevant.Add(variable) && _writes.TryGetValue(variable, out var sources))
            {
                var mentioned = sources.SelectMany(source => MentionedIn(source.Syntax).Concat(FunctionsAround(source)));
                foreach (var other in mentioned.Where(each => !_relevant.Contains(each)))
                {
                    open.Enqueue(other);
                }
            }
        }
    }

    /// <summary>Who calls a local function changes what it changes.</summary>
    private static IEnumerable<ISymbol> FunctionsAround(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation function)
            {
                yield return function.Symbol;
            }
        }
    }

    private IEnumerable<ISymbol> MentionedIn(SyntaxNode syntax)
    {
        for (var at = First(syntax.SpanStart); at < _mentions.Count && _mentions[at].Position < syntax.Span.End; at++)
        {
            yield return _mentions[at].Variable;
        }
    }

    /// <summary>The first mention from a position on.</summary>
    private int First(int position)
    {
        var at = Array.BinarySearch(_positions, position);
        while (at > 0 && _positions[at - 1] == position)
        {
            at--;
        }

        return at >= 0 ? at : ~at;
    }
}
