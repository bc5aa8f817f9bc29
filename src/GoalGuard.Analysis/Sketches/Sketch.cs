namespace GoalGuard.Analysis.Sketches;

/// <summary>Where values enter or leave a member.</summary>
internal enum PortKind : byte
{
    /// <summary>In: a model's words come into being here.</summary>
    Source,

    /// <summary>In: what the member is given; the index is the parameter, or <see cref="Port.Receiver"/>.</summary>
    Parameter,

    /// <summary>In: what a field or property of the member's own type holds.</summary>
    Held,

    /// <summary>In: what the call with this index gives back.</summary>
    Result,

    /// <summary>In: what the call with this index leaves in what it was given.</summary>
    After,

    /// <summary>In: what the call with this index leaves in the object that it is made on.</summary>
    Kept,

    /// <summary>In: the arguments or the input of a process; whatever is added to it acts.</summary>
    Handle,

    /// <summary>Out: what the member gives back.</summary>
    Return,

    /// <summary>Out: what the member leaves in what it was given.</summary>
    Given,

    /// <summary>Out: what the member leaves in a field or property of its own type.</summary>
    State,

    /// <summary>Out: what the member leaves in its own object, wherever there.</summary>
    Own,

    /// <summary>Out: an act.</summary>
    Act,
}

/// <summary>One way in or out.</summary>
internal readonly record struct Port(PortKind Kind, MemberKey Key = default, int Index = 0)
{
    public const int Receiver = -1;

    /// <summary>The index of a field, property or event that holds delegates: whoever invokes them leaves something there.</summary>
    public const int OfDelegate = 1;

    /// <summary>The receiver of a member of an extension block: given like an argument, not an object that holds state.</summary>
    public const int Extended = -2;

    /// <summary>What is given to the delegates that the member gives back.</summary>
    public const int Returned = -3;

    /// <summary>As what callers see what the member leaves here; null where they do not.</summary>
    public PortKind? SeenAs => Kind switch
    {
        PortKind.Return => PortKind.Result,
        PortKind.Given => PortKind.After,
        PortKind.Own => PortKind.Kept,
        _ => null,
    };
}

/// <summary>Inputs that may flow to an output.</summary>
internal readonly record struct SketchFlow(Port To, InputSet From);

/// <summary>A parameter of a member: something that a call may give it.</summary>
internal readonly record struct Gift(MemberKey To, int Parameter);

/// <summary>A call of a member of this program.</summary>
/// <param name="Key">The member.</param>
/// <param name="Given">The inputs that may flow into each of its parameters.</param>
/// <param name="ComesBack">True if what is given may come back from it.</param>
/// <param name="IsRepeated">True if it may be made in each round of a loop.</param>
internal sealed record SketchCall(MemberKey Key, ImmutableArray<(int Parameter, InputSet From)> Given, bool ComesBack, bool IsRepeated)
{
    public bool SameAs(SketchCall other) => Key == other.Key && ComesBack == other.ComesBack && IsRepeated == other.IsRepeated && Given.SequenceEqual(other.Given);
}

/// <summary>Whether a member asks a model.</summary>
internal enum Asking : byte
{
    /// <summary>It does not, itself.</summary>
    Never,

    /// <summary>It does.</summary>
    Once,

    /// <summary>It may do so in each round of a loop, or of a local function that calls itself.</summary>
    InRounds,
}

/// <summary>
/// What may flow where in one member, whatever the order of its statements and whatever is checked on the way: more than really flows, never less. Cheap to
/// make, holds no symbols, and depends on the member's body and on declarations elsewhere, on no other body. Where sketches show no way from a model to an act,
/// nothing is walked.
/// </summary>
/// <param name="Inputs">The ways in.</param>
/// <param name="Calls">The calls of members of this program.</param>
/// <param name="Flows">For each way out, where it may come from.</param>
/// <param name="Answers">The keys by which others call the member.</param>
/// <param name="IsTool">By its declaration, a model can call it.</param>
/// <param name="Asks">Whether it asks a model itself, and again and again.</param>
/// <param name="CallsItself">It may call itself, and not only others that are called alike.</param>
/// <param name="IsConstructor">What it is given, its object holds; what other objects of the type hold is not known by it.</param>
internal sealed record Sketch(
    ImmutableArray<Port> Inputs, ImmutableArray<SketchCall> Calls, ImmutableArray<SketchFlow> Flows, ImmutableArray<MemberKey> Answers,
    bool IsTool, Asking Asks, bool CallsItself, bool IsConstructor)
{
    /// <summary>The keys of all members, fields and properties that it has to do with.</summary>
    public ImmutableArray<MemberKey> Concerns { get; } =
        Inputs.Where(input => input.Kind == PortKind.Held).Select(input => input.Key)
            .Concat(Flows.Where(flow => flow.To.Kind == PortKind.State).Select(flow => flow.To.Key))
            .Concat(Calls.Select(call => call.Key)).Concat(Answers).Distinct().ToImmutableArray();

    /// <summary>True if a model's words come into being in the member.</summary>
    public bool HasSource => Inputs.Any(input => input.Kind == PortKind.Source);

    /// <summary>True if the other one says the same.</summary>
    public bool SameAs(Sketch? other) =>
        other is not null && IsTool == other.IsTool && Asks == other.Asks && CallsItself == other.CallsItself && IsConstructor == other.IsConstructor
        && Inputs.SequenceEqual(other.Inputs) && Answers.SequenceEqual(other.Answers)
        && Flows.SequenceEqual(other.Flows) && Calls.Length == other.Calls.Length && Calls.Zip(other.Calls, (mine, its) => mine.SameAs(its)).All(same => same);

    /// <summary>These inputs, with the results of calls that they come out of again.</summary>
    public InputSet Spread(InputSet inputs, Func<SketchCall, PortKind, int, bool> comesOut)
    {
        for (var isGrowing = !inputs.IsEmpty; isGrowing;)
        {
            isGrowing = false;
            for (var i = 0; i < Inputs.Length; i++)
            {
                if (Inputs[i].Kind is PortKind.Result or PortKind.After or PortKind.Kept && !inputs.Holds(InputSet.Of(i)) && ComesOut(Inputs[i], inputs, comesOut))
                {
                    inputs |= InputSet.Of(i);
                    isGrowing = true;
                }
            }
        }

        return inputs;
    }

    private bool ComesOut(Port port, InputSet inputs, Func<SketchCall, PortKind, int, bool> comesOut)
    {
        var call = Calls[port.Index];
        foreach (var (parameter, from) in call.Given)
        {
            if (from.Meets(inputs) && comesOut(call, port.Kind, parameter))
            {
                return true;
            }
        }

        return false;
    }
}
