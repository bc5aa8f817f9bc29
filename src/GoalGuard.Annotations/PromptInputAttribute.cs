using System;

namespace GoalGuard.Annotations;

/// <summary>The text becomes part of a prompt.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PromptInputAttribute : Attribute;
