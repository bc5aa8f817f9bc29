namespace GoalGuard.Analysis.Flow;

/// <summary>
/// What holds at one point of a method: the value of each variable, the members of each object, and what was made sure of on every
/// path to here. Mutable while a block is walked; joined at block entries.
/// </summary>
public sealed class FlowState
{
    // Shared between the states of a method: copying one costs nothing, and paths that changed nothing are seen to be the same.
    private ImmutableDictionary<object, Value> _variables;
    private ImmutableDictionary<Identity, ImmutableDictionary<string, Value>> _members;

    public FlowState() : this(
        ImmutableDictionary<object, Value>.Empty, ImmutableDictionary<Identity, ImmutableDictionary<string, Value>>.Empty, ImmutableHashSet<Assurance>.Empty)
    {
    }

    private FlowState(
        ImmutableDictionary<object, Value> variables, ImmutableDictionary<Identity, ImmutableDictionary<string, Value>> members,
        ImmutableHashSet<Assurance> assured)
    {
        _variables = variables;
        _members = members;
        Assured = assured;
    }

    /// <summary>What was made sure of on every path to here.</summary>
    public ImmutableHashSet<Assurance> Assured { get; private set; }

    /// <summary>What holds here unless a value leaves it out.</summary>
    public ImmutableHashSet<Bypassed> Bypassed { get; private set; } = ImmutableHashSet<Bypassed>.Empty;

    /// <summary>What conditions that a model or a caller has part in answered on every path to here. They only tell paths apart.</summary>
    private ImmutableDictionary<IOperation, Answered> _answers = ImmutableDictionary<IOperation, Answered>.Empty;

    /// <summary>Tests of values on every path to here that make sure of nothing. They change no answer, only how it is told.</summary>
    private ImmutableDictionary<Identity, FlowStep> _missed = ImmutableDictionary<Identity, FlowStep>.Empty;

    public FlowState Copy() => new(_variables, _members, Assured) { _missed = _missed, _answers = _answers, Bypassed = Bypassed };

    /// <summary>A value was tested in a way that makes sure of nothing.</summary>
    public void Miss(Identity identity, FlowStep step) => _missed = _missed.SetItem(identity, step);

    /// <summary>The last test of the value that made sure of nothing.</summary>
    public FlowStep? Missed(Identity? identity) => identity is not null && _missed.TryGetValue(identity, out var step) ? step : null;

    /// <summary>A variable is an <see cref="ISymbol"/>, or the object that stands for a flow capture.</summary>
    public Value? Variable(object variable) => _variables.TryGetValue(variable, out var value) ? value : null;

    public void SetVariable(object variable, Value value) => _variables = _variables.SetItem(variable, value);

    public ImmutableDictionary<string, Value> Members(Identity? of) =>
        of is not null && _members.TryGetValue(of, out var members) ? members : ImmutableDictionary<string, Value>.Empty;

    /// <summary>The object is made anew and holds nothing yet.</summary>
    public void Empty(Identity of) => _members = _members.Remove(of);

    public void SetMember(Identity of, string member, Value value) => _members = _members.SetItem(of, Members(of).SetItem(member, value));

    public void Assure(IEnumerable<Assurance> assurances) => Assured = Assured.Union(assurances);

    public void Leave(IEnumerable<Bypassed> bypassed) => Bypassed = Bypassed.Union(bypassed);

    public void Answer(IOperation condition, Answered answer) => _answers = _answers.SetItem(condition, answer);

    /// <summary>What both answered alike.</summary>
    private void Agree(FlowState other)
    {
        if (_answers != other._answers)
        {
            _answers = _answers.RemoveRange(_answers.Where(mine => !other._answers.TryGetValue(mine.Key, out var its) || its.Answer != mine.Value.Answer).Select(mine => mine.Key));
        }
    }

    /// <summary>The guards of a value, or of everything that happens here, that another value may leave out.</summary>
    public Relations BypassesOf(Identity? identity) => Bypassed.IsEmpty
        ? Relations.None
        : Relations.Past(Bypassed.Where(bypassed => bypassed.What.Of == identity).OrderBy(bypassed => bypassed.What.Guard).ThenBy(bypassed => bypassed.By.ToString(), StringComparer.Ordinal)
            .Select(bypassed => new Bypass(bypassed.What.Guard, bypassed.By, bypassed.IsFlag)).Distinct());

    private bool IsSame(FlowState other) => _variables == other._variables && _members == other._members && Assured == other.Assured && Bypassed == other.Bypassed;

    /// <summary>True if the same holds in both.</summary>
    public bool SameAs(FlowState other) =>
        IsSame(other)
        || (Assured.SetEquals(other.Assured) && Bypassed.SetEquals(other.Bypassed) && Same(_variables, other._variables, (mine, its) => mine.SameAs(its))
            && Same(_members, other._members, (mine, its) => Same(mine, its, (a, b) => a.SameAs(b))));

    private static bool Same<TKey, TValue>(
        ImmutableDictionary<TKey, TValue> mine, ImmutableDictionary<TKey, TValue> its, Func<TValue, TValue, bool> isSame)
        where TKey : notnull =>
        mine == its || (mine.Count == its.Count && mine.All(pair => its.TryGetValue(pair.Key, out var value) && isSame(pair.Value, value)));

    /// <summary>Goes back to what was assured before; nothing is added.</summary>
    public void Forget(ImmutableHashSet<Assurance> before) => Assured = Assured.Intersect(before);

    /// <summary>A new value was made: nothing that was made sure of an earlier one of the same place holds for it.</summary>
    public void Renew(Identity identity)
    {
        if (!Assured.IsEmpty && Assured.Any(assurance => assurance.Of == identity))
        {
            Assured = Assured.Except(Assured.Where(assurance => assurance.Of == identity));
        }

        if (!Bypassed.IsEmpty && Bypassed.Any(bypassed => bypassed.What.Of == identity))
        {
            Bypassed = Bypassed.Except(Bypassed.Where(bypassed => bypassed.What.Of == identity));
        }

        _missed = _missed.Remove(identity);
    }

    /// <summary>The guards that hold for a value here, those of the whole path included.</summary>
    public Guard GuardsOf(Identity? identity)
    {
        var guards = Guard.None;
        if (!Assured.IsEmpty)
        {
            foreach (var assurance in Assured)
            {
                if (assurance.Of is null || assurance.Of == identity)
                {
                    guards |= assurance.Guard;
                }
            }
        }

        return guards;
    }

    /// <summary>Takes in another path to the same point; true if that changed anything.</summary>
    /// <param name="other">The other path.</param>
    /// <param name="meeting">The identity of what is in a slot where both meet.</param>
    /// <param name="decides">True for a condition that decides whether this point is reached.</param>
    public bool JoinWith(FlowState other, Func<object, Identity> meeting, Func<IOperation, bool>? decides = null)
    {
        if (IsSame(other))
        {
            Agree(other);
            return false;
        }

        var divergence = Divergence.Of(_answers, other._answers, decides ?? (_ => false));
        var joiner = new ValueJoiner(this, other, meeting, divergence);
        var changed = _variables != other._variables && JoinVariables(other, joiner);
        changed |= _members != other._members && JoinMembers(other, joiner);
        changed |= JoinBypassed(other, divergence);
        Agree(other);
        var assured = Assured.Intersect(other.Assured);
        changed |= assured.Count != Assured.Count;
        Assured = assured;
        _missed = _missed.IsEmpty ? _missed : _missed.RemoveRange(_missed.Keys.Where(tested => other.Missed(tested) is null));
        return changed;
    }

    /// <summary>
    /// What holds on one path without condition may be left out on the other; what only one path knows of does not hold. A path that is joined again, in a later round
    /// of a loop, has still given the answer that left it out.
    /// </summary>
    private bool JoinBypassed(FlowState other, Divergence divergence)
    {
        if (Assured == other.Assured && Bypassed == other.Bypassed)
        {
            return false;
        }

        var joined = Bypassed.Where(mine => other.Bypassed.Contains(mine) || other.Assured.Contains(mine.What) || other.LeavesOut(mine))
            .Concat(other.Bypassed.Where(its => Assured.Contains(its.What) || LeavesOut(its)))
            .Concat(divergence.Lost(Assured, other.Assured)).ToImmutableHashSet();
        if (joined.SetEquals(Bypassed))
        {
            return false;
        }

        Bypassed = joined;
        return true;
    }

    private bool LeavesOut(Bypassed bypassed) =>
        bypassed.At != default && _answers.Values.Any(answer => answer.At == bypassed.At && answer.LeavesOut(bypassed.What).Contains(bypassed));

    private bool JoinVariables(FlowState other, ValueJoiner joiner)
    {
        var result = _variables.ToBuilder();
        var changed = false;
        foreach (var pair in other._variables)
        {
            if (!_variables.TryGetValue(pair.Key, out var mine))
            {
                result[pair.Key] = pair.Value;
                changed = true;
            }
            else if (!ReferenceEquals(mine, pair.Value) && joiner.Join(mine, pair.Value, pair.Key) is { } joined && !joined.SameAs(mine))
            {
                result[pair.Key] = joined;
                changed = true;
            }
        }

        _variables = changed ? result.ToImmutable() : _variables;
        return changed;
    }

    private bool JoinMembers(FlowState other, ValueJoiner joiner)
    {
        var changed = false;
        var owners = _members.Count;
        var met = 0;
        foreach (var pair in other._members)
        {
            var mine = Members(pair.Key);
            if (mine == pair.Value)
            {
                met++;
                continue;
            }

            met += _members.ContainsKey(pair.Key) ? 1 : 0;
            var result = Partly(mine, pair.Value);
            foreach (var member in pair.Value)
            {
                if (!result.TryGetValue(member.Key, out var known))
                {
                    result = result.SetItem(member.Key, Partly(member.Value));
                }
                else
                {
                    var joined = joiner.Join(known, member.Value, (pair.Key, member.Key));
                    result = joined.SameAs(known) ? result : result.SetItem(member.Key, joined);
                }
            }

            if (result != mine)
            {
                _members = _members.SetItem(pair.Key, result);
                changed = true;
            }
        }

        return changed | (met < owners && JoinUnassigned(other));
    }

    /// <summary>Objects of which the other path assigned nothing.</summary>
    private bool JoinUnassigned(FlowState other)
    {
        var result = _members;
        foreach (var pair in _members)
        {
            if (!other._members.ContainsKey(pair.Key))
            {
                result = result.SetItem(pair.Key, Partly(pair.Value, NoMembers));
            }
        }

        var changed = result != _members;
        _members = result;
        return changed;
    }

    private static readonly ImmutableDictionary<string, Value> NoMembers = ImmutableDictionary<string, Value>.Empty;

    /// <summary>What an object came with is still there on a path that did not assign it: of what only one side assigned, that is said.</summary>
    private static ImmutableDictionary<string, Value> Partly(ImmutableDictionary<string, Value> members, ImmutableDictionary<string, Value> other)
    {
        var result = members;
        foreach (var member in members)
        {
            if (!member.Value.MayBeUnassigned && !other.ContainsKey(member.Key))
            {
                result = result.SetItem(member.Key, Partly(member.Value));
            }
        }

        return result;
    }

    private static Value Partly(Value value) => value.MayBeUnassigned ? value : value with { MayBeUnassigned = true };
}
