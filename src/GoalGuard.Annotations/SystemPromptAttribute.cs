using System;

namespace GoalGuard.Annotations;

/// <summary>The text becomes instructions of a language model.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SystemPromptAttribute : Attribute;
