using System;

namespace GoalGuard.Annotations;

/// <summary>What the member returns is the name or an argument of a tool call that a language model made.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ToolArgumentsAttribute : Attribute;
