namespace GoalGuard.Analysis.Flow;

/// <summary>An immutable dictionary with a place to change it: many changes in a row copy it once, and what nobody changed is seen to be the same.</summary>
internal struct Table<TKey, TValue>(ImmutableDictionary<TKey, TValue> content)
    where TKey : notnull
    where TValue : class
{
    private readonly ImmutableDictionary<TKey, TValue> _first = content;
    private ImmutableDictionary<TKey, TValue>.Builder? _changing;

    /// <summary>What is in it now. Others may keep it.</summary>
    public readonly ImmutableDictionary<TKey, TValue> Content => _changing is null ? _first : _changing.ToImmutable();

    public readonly int Count => _changing is null ? _first.Count : _changing.Count;

    /// <summary>The value of a key; null if it is not there.</summary>
    public readonly TValue? Find(TKey key) =>
        (_changing is null ? _first.TryGetValue(key, out var value) : _changing.TryGetValue(key, out value)) ? value : null;

    public void Set(TKey key, TValue value) => (_changing ??= _first.ToBuilder())[key] = value;

    public void Remove(TKey key)
    {
        if (Find(key) is not null)
        {
            (_changing ??= _first.ToBuilder()).Remove(key);
        }
    }
}
