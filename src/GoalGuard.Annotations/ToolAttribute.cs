using System;

namespace GoalGuard.Annotations;

/// <summary>
/// A language model calls the method and fills its parameters; so it does with whatever overrides or implements the method. At an
/// attribute class: whatever carries that attribute is a tool.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public sealed class ToolAttribute : Attribute;
