using System;

namespace GoalGuard.Annotations;

/// <summary>An object of the type remembers what was said, and hands it to the model again.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct)]
public sealed class ConversationAttribute : Attribute;
