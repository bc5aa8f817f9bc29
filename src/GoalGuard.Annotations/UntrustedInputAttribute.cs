using System;

namespace GoalGuard.Annotations;

/// <summary>The author of what the member returns may be an attacker: a request, a web page, somebody's mail.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UntrustedInputAttribute : Attribute;
