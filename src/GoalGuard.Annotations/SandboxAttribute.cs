using System;

namespace GoalGuard.Annotations;

/// <summary>The setting isolates what runs in its object; at a method: what it returns isolates what runs in it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SandboxAttribute : Attribute;
