using System;

namespace GoalGuard.Annotations;

/// <summary>The value limits how often a framework lets a model go on: rounds of tool calls, turns of agents.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IterationLimitAttribute : Attribute;
