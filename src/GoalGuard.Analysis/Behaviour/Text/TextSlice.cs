using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// Assembles the text of an expression: first backwards, to find the variables that have a part in it (<see cref="Relevance"/>), then forwards
/// through the body, with what they hold as the state (<see cref="Walk"/>). Other members are opened where the text comes through them. Made for one question;
/// its bounds count work, so that the answer does not depend on the machine.
/// </summary>
internal sealed class TextSlice
{
    /// <summary>Operations looked at for one question.</summary>
    public const int MaxOperations = 20_000;

    /// <summary>Operations looked at behind one expression that another member answers: a template engine's own code is no prompt.</summary>
    public const int MaxBehind = 6_000;

    /// <summary>Members opened for one question.</summary>
    public const int MaxMembers = 300;

    /// <summary>Expressions, statements and members within each other: what bounds the recursion.</summary>
    public const int MaxDepth = 150;

    /// <summary>Members through which a text comes one after the other.</summary>
    private const int MaxOpen = 8;

    private readonly Func<IOperation, FactSet>? _facts;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private int _operations;
    private int _limit = MaxOperations;
    private int _members;
    private int _depth;

    private TextSlice(Engine engine, Func<IOperation, FactSet>? facts, CancellationToken cancellation)
    {
        Engine = engine;
        Cancellation = cancellation;
        _facts = facts;
    }

    public Engine Engine { get; }

    public CancellationToken Cancellation { get; }

    private bool IsExhausted => _operations > MaxOperations;

    /// <summary>The text of an expression.</summary>
    /// <param name="engine">The program.</param>
    /// <param name="expression">An operation of the member's body; one of its control flow graph means what is written there.</param>
    /// <param name="member">The member it stands in.</param>
    /// <param name="facts">What is known of a hole's expression; it is asked with operations of the body, not of its graph.</param>
    /// <param name="cancellation">Ends the assembly.</param>
    public static AssembledText Of(
        Engine engine, IOperation expression, ISymbol member, Func<IOperation, FactSet>? facts = null, CancellationToken cancellation = default)
    {
        var slice = new TextSlice(engine, facts, cancellation);
        var isOfGraph = expression.SemanticModel is null;
        var asked = isOfGraph ? engine.Bodies.Model(expression.Syntax.SyntaxTree)?.GetOperation(expression.Syntax, cancellation) ?? expression : expression;
        var text = slice.In(asked, member);
        text = slice.IsExhausted ? text.Then(AssembledText.Of(Text.Hole.CutAt(SourceSpan.Of(asked.Syntax)))) : text;
        return Finished(text, SourceSpan.Of(Definitions.Root(asked).Syntax), SourceSpan.Of(asked.Syntax));
    }

    /// <summary>The text of an expression in a body, with its variables as they are where it stands.</summary>
    public AssembledText In(IOperation asked, ISymbol member)
    {
        asked = Variables.Below(asked);
        var root = Definitions.Root(asked);
        var relevance = Relevance.Of(root, operation => operation == asked, Enumerable.Empty<ISymbol>(), Cancellation);
        return new Walk(this, member, relevance).To(asked, root);
    }

    /// <summary>False where it would be too much to look at one more operation; else <see cref="Leave"/> must follow.</summary>
    public bool Enter()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (_depth >= MaxDepth || ++_operations > _limit)
        {
            return false;
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>What another member says; null where it is being read already, or where finding out is too much work.</summary>
    public AssembledText? Through(ISymbol member, Func<AssembledText?> read)
    {
        if (_open.Count >= MaxOpen || _members >= MaxMembers || !_open.Add(member))
        {
            return null;
        }

        _members++;
        var isOutermost = _open.Count == 1;
        _limit = isOutermost ? Math.Min(_operations + MaxBehind, MaxOperations) : _limit;
        var text = read();
        _open.Remove(member);
        if (isOutermost)
        {
            text = _operations > _limit ? null : text;
            _limit = MaxOperations;
        }

        return text;
    }

    public Hole Hole(IOperation operation)
    {
        var plain = Variables.Below(operation);
        return Text.Hole.Of(plain, _facts?.Invoke(plain) ?? FactSet.Empty);
    }

    /// <summary>Nothing is left of what only the assembly needs; what came into the body before it began is read by the asked expression.</summary>
    private static AssembledText Finished(AssembledText text, SourceSpan body, SourceSpan asked) => text.Map(fragment =>
        fragment is Placeholder ? AssembledText.Empty
        : AssembledText.Of(fragment.ReadAt is null && !body.Contains(fragment.Span) ? fragment with { ReadAt = asked } : fragment));
}
