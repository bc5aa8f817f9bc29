using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>The forward half of the slice: goes through a body in the order in which it is written and keeps what the relevant variables hold.</summary>
internal sealed class Walk(TextSlice slice, ISymbol member, Relevance relevance)
{
    private IOperation? _target;
    private bool _isLast;
    private AssembledText? _answer;
    private TextState? _atTarget;

    public TextSlice Slice => slice;

    public Engine Engine => slice.Engine;

    public CancellationToken Cancellation => slice.Cancellation;

    public ISymbol Member => member;

    public Relevance Relevance => relevance;

    public TextState State { get; set; } = TextState.Empty;

    /// <summary>Where the body is left: what is returned, and what variables hold then.</summary>
    public Exits Exits { get; set; } = new();

    /// <summary>What <c>?.</c> goes on with, innermost last.</summary>
    public Stack<AssembledText> Receivers { get; } = new();

    /// <summary>False in the rounds of a loop that only find out what a round does.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>The text of an expression in the body, at the point where it stands: in a lambda, what it captures may come from before or after.</summary>
    public AssembledText To(IOperation asked, IOperation root)
    {
        Begin();
        foreach (var function in Functions(asked))
        {
            _target = function;
            Statements.Run(this, root);
            var atEnd = Exits.State.Join(State);
            State = (_atTarget ?? TextState.Unreachable).Join(atEnd);
            (_atTarget, Exits, root) = (null, new Exits(), Body(function));
        }

        (_target, _isLast) = (asked, true);
        Statements.Run(this, root);
        return _answer ?? Expressions.Of(this, asked);
    }

    /// <summary>Goes through the whole body.</summary>
    public void Through(IOperation root)
    {
        Begin();
        Statements.Run(this, root);
        Exits.Add(State);
    }

    /// <summary>True if what is asked for stands in it.</summary>
    public bool Contains(IOperation operation) =>
        _target is not null && operation.Syntax.Span.Contains(_target.Syntax.Span) && operation.Syntax.SyntaxTree == _target.Syntax.SyntaxTree;

    /// <summary>True once there is nothing more to find out.</summary>
    public bool IsDone => _answer is not null && IsRecording;

    /// <summary>Notes the text of what is asked for.</summary>
    public void Met(IOperation operation, AssembledText text)
    {
        if (operation == _target && _isLast && IsRecording)
        {
            _answer = text;
        }
    }

    /// <summary>Notes the state where a function is written that what is asked for stands in.</summary>
    public bool IsTarget(IOperation function)
    {
        if (function != _target || _isLast)
        {
            return false;
        }

        _atTarget = State;
        return true;
    }

    public AssembledText Hole(IOperation operation) => AssembledText.Of(slice.Hole(operation));

    /// <summary>
    /// A text of another member as it looks from here. One that says nothing is a hole of the expression that reads it, except for what that expression
    /// passes on itself.
    /// </summary>
    public AssembledText Read(AssembledText text, IOperation reference)
    {
        var here = SourceSpan.Of(reference.Syntax);
        return !text.IsEmpty && text.All.All(fragment => fragment is Choice or Hole { IsCut: false, ReadFrom: null } && !here.Contains(fragment.Span))
            ? Hole(reference)
            : text.Fragments.All(fragment => here.Contains(fragment.Span)) ? text : Named(text.ReadBy(here), reference);
    }

    /// <summary>A text that is wholly unknown is named by the expression that reads it here.</summary>
    public AssembledText Named(AssembledText text, IOperation reference) =>
        text.Fragments.Length == 1 && text.Fragments[0] is Hole { IsCut: false } hole ? AssembledText.Of(slice.Hole(reference) with { ReadFrom = hole.ReadFrom }) : text;

    /// <summary>What a variable holds here; an argument keeps the name that it has where it is passed.</summary>
    public AssembledText? Held(ISymbol variable, IOperation reference) =>
        State[variable] is { } text && variable is ILocalSymbol ? Named(text, reference) : State[variable];

    private void Begin()
    {
        foreach (var mention in relevance.ChangedFromOutside)
        {
            State = State.With(Variables.Of(mention)!, Origins.Of(this, mention));
        }
    }

    /// <summary>Lambdas and local functions around an expression, the outermost first.</summary>
    private static IEnumerable<IOperation> Functions(IOperation asked)
    {
        var functions = new Stack<IOperation>();
        for (var at = asked.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Push(at);
            }
        }

        return functions;
    }

    public static IOperation Body(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body,
        ILocalFunctionOperation { Body: { } body } => body,
        _ => function,
    };
}

/// <summary>The ways out of a body.</summary>
internal sealed class Exits
{
    public List<AssembledText> Returned { get; } = new();

    public TextState State { get; private set; } = TextState.Unreachable;

    public void Add(TextState state) => State = State.Join(state);
}
