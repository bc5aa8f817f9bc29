namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>What the variables of a member hold at one point of it. Immutable, so that each branch goes on with its own.</summary>
internal sealed class TextState
{
    public static readonly TextState Empty = new(ImmutableDictionary.Create<ISymbol, AssembledText>(SymbolEqualityComparer.Default), true);

    /// <summary>Behind a return or throw.</summary>
    public static readonly TextState Unreachable = new(Empty._texts, false);

    private readonly ImmutableDictionary<ISymbol, AssembledText> _texts;

    private TextState(ImmutableDictionary<ISymbol, AssembledText> texts, bool isReachable)
    {
        _texts = texts;
        IsReachable = isReachable;
    }

    public bool IsReachable { get; }

    public IEnumerable<ISymbol> Variables => _texts.Keys;

    public AssembledText? this[ISymbol variable] => _texts.TryGetValue(variable, out var text) ? text : null;

    public TextState With(ISymbol variable, AssembledText text) => IsReachable ? new TextState(_texts.SetItem(variable, text), true) : this;

    /// <summary>Where two ways meet. What only one side has is declared there and used there.</summary>
    public TextState Join(TextState other)
    {
        if (!IsReachable || !other.IsReachable || ReferenceEquals(this, other))
        {
            return IsReachable ? this : other;
        }

        var texts = _texts;
        foreach (var (variable, text) in other._texts.Select(entry => (entry.Key, entry.Value)))
        {
            texts = texts.SetItem(variable, texts.TryGetValue(variable, out var mine) ? Alternatives.Of(mine, text) : text);
        }

        return new TextState(texts, true);
    }
}
