using System.Collections.Immutable;
using System.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>Where a place starts: what the member returns, its receiver, the value assigned to it, or an argument.</summary>
public enum PlaceRoot
{
    Return,
    This,
    Value,
    Argument,
}

/// <summary>How a place goes on from its root.</summary>
public enum PlaceStepKind
{
    /// <summary><c>.Member</c>: a property or field of the object.</summary>
    Member,

    /// <summary><c>[*]</c>: an element of the collection.</summary>
    Element,

    /// <summary><c>(NAME)</c>: what a delegate is given for its parameter.</summary>
    DelegateParameter,

    /// <summary><c>()</c>: what a delegate returns.</summary>
    DelegateResult,

    /// <summary><c>!</c>: the value of an <c>out</c> or <c>ref</c> argument after the call.</summary>
    After,
}

/// <summary>One step of a place; <see cref="Name"/> is set for members and delegate parameters.</summary>
public readonly record struct PlaceStep(PlaceStepKind Kind, string? Name = null);

/// <summary>A place of a member: <c>return</c>, <c>this</c>, <c>value</c> or <c>arg:NAME</c>, then any steps.</summary>
public sealed record Place(PlaceRoot Root, string? Argument, ImmutableArray<PlaceStep> Steps)
{
    public static readonly Place Return = new(PlaceRoot.Return, null, ImmutableArray<PlaceStep>.Empty);
    public static readonly Place Value = new(PlaceRoot.Value, null, ImmutableArray<PlaceStep>.Empty);

    public override string ToString()
    {
        var text = new StringBuilder(Root == PlaceRoot.Argument ? "arg:" + Argument : Root.ToString().ToLowerInvariant());
        foreach (var step in Steps)
        {
            text.Append(step.Kind switch
            {
                PlaceStepKind.Member => "." + step.Name,
                PlaceStepKind.Element => "[*]",
                PlaceStepKind.DelegateParameter => $"({step.Name})",
                PlaceStepKind.DelegateResult => "()",
                _ => "!",
            });
        }

        return text.ToString();
    }

    public bool Equals(Place? other) =>
        other is not null && Root == other.Root && Argument == other.Argument && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => ToString().GetHashCode();
}
