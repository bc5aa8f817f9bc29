using System;

namespace GoalGuard.Annotations;

/// <summary>
/// The member acts on the world. At a parameter or property: what is given there goes into the act, so a language model must not choose
/// it unchecked. At a method: calling it acts, whatever it is given.
/// </summary>
/// <param name="kind">What is done: one of <see cref="EffectKinds"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class EffectAttribute(string kind) : Attribute
{
    /// <summary>What is done: one of <see cref="EffectKinds"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The note of a models file, where the kind has several: <c>shell text</c>, <c>file name</c>, <c>POST</c>, <c>cannot write</c>.</summary>
    public string? Note { get; set; }
}
