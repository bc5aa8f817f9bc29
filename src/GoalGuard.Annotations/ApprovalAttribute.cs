using System;

namespace GoalGuard.Annotations;

/// <summary>
/// The member asks a person. A method that returns a truth: where it is <see langword="true"/>, the person agreed; one that returns
/// nothing: it throws if the person did not. At a property or type: the answer, or the callback that asks.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class ApprovalAttribute : Attribute;
