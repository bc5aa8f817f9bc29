using System;

namespace GoalGuard.Annotations;

/// <summary>
/// The member checks a value, so that it can do no harm afterwards. At a parameter: the value is good where the method returns
/// <see langword="true"/>, or, if it returns no truth, where it returns at all instead of throwing. At the method: what it returns was
/// rebuilt and is good.
/// </summary>
/// <param name="kind">What is made sure of: one of <see cref="ValidatorKinds"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class ValidatorAttribute(string kind) : Attribute
{
    /// <summary>What is made sure of: one of <see cref="ValidatorKinds"/>.</summary>
    public string Kind { get; } = kind;
}
