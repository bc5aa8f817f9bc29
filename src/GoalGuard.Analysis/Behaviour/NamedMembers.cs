using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Types and members that are looked for among all that reflection lists: <c>type.GetMethods().First(m => m.Name == name)</c>, or the same as a loop. Whoever wrote
/// the name has chosen the member, though nothing of the name becomes part of it.
/// </summary>
internal sealed class NamedMembers(Engine engine, ISymbol member, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, FactSet> _named = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Guard?> _lists = new(SymbolEqualityComparer.Default);

    /// <summary>True for what reflection calls a type or member.</summary>
    public static bool IsMember(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "Type" or "MemberInfo", ContainingNamespace: { Name: "System" or "Reflection" } space } && space.ToDisplayString() is "System" or "System.Reflection")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes a comparison of a member's name with a text.</summary>
    public void Compare(Frame frame, IOperation comparison)
    {
        var (left, right) = Comparisons.Sides(comparison);
        if (left is not null && right is not null)
        {
            Note(frame, left, right);
            Note(frame, right, left);
        }
    }

    private void Note(Frame frame, IOperation side, IOperation other)
    {
        if (VariableIn(side) is { } variable && frame.Deep(frame[other]) is { IsWorthFollowing: true } name && Lists(variable) is { } guards)
        {
            var named = name.With(guards).Via(new FlowStep("hop", "names what is looked for", SourceSpan.Of(other.Syntax)));
            _named[variable] = _named.TryGetValue(variable, out var known) ? known.Join(named) : named;
        }
    }

    private static ISymbol? VariableIn(IOperation side) => side.DescendantsAndSelf().Select(operation => operation switch
    {
        ILocalReferenceOperation local when IsMember(local.Type) => local.Local,
        IParameterReferenceOperation parameter when IsMember(parameter.Type) => (ISymbol)parameter.Parameter,
        _ => null,
    }).FirstOrDefault(variable => variable is not null);

    /// <summary>Who named the elements that the predicate lets through.</summary>
    public FactSet Of(DelegateTarget predicate) => predicate.Method.Parameters.Aggregate(FactSet.Empty, (named, parameter) =>
        _named.TryGetValue(parameter, out var facts) ? named.Join(facts) : named);

    /// <summary>The variable of a loop, where what runs depends on the comparison.</summary>
    public Value Read(Frame frame, ILocalSymbol variable, Value value)
    {
        if (!_named.TryGetValue(variable, out var named))
        {
            return value;
        }

        var choices = frame.Method.Decisions.At(frame.Graph, frame.Block).Choices;
        var chosen = named.Where(fact => choices.Any(choice => choice.By.Origin.Equals(fact.Origin)));
        return chosen.IsEmpty ? value : value with { Facts = value.Facts.Join(chosen) };
    }

    /// <summary>
    /// What is sure of the members that the variable goes through; null if they are not all that there are: the program wrote them down, or marked them.
    /// </summary>
    private Guard? Lists(ISymbol variable)
    {
        if (!_lists.TryGetValue(variable, out var known))
        {
            _lists[variable] = known = engine.Bodies.Operations(member, cancellation).SelectMany(root => root.DescendantsAndSelf())
                .Select(operation => ListOf(operation, variable)).FirstOrDefault(list => list.Collection is not null) is { Collection: { } collection, Body: { } body }
                ? new MemberLists(engine, cancellation).Look(collection, body)
                : null;
        }

        return known;
    }

    private static (IOperation? Collection, IOperation? Body) ListOf(IOperation operation, ISymbol variable) => operation switch
    {
        IForEachLoopOperation loop when loop.Locals.Contains(variable, SymbolEqualityComparer.Default) => (loop.Collection, loop.Body),
        IAnonymousFunctionOperation lambda when SymbolEqualityComparer.Default.Equals(lambda.Symbol, variable.ContainingSymbol) => (Definitions.Receiver(lambda), lambda.Body),
        _ => (null, null),
    };
}
