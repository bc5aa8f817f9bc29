namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>The act stands in a helper method of the same class.</summary>
internal sealed class ActInHelper() : MovedCall(MovedCalls.Acts, Destination.SameClass);

/// <summary>The act stands in a class in another file.</summary>
internal sealed class ActInOtherFile() : MovedCall(MovedCalls.Acts, Destination.OtherFile);

/// <summary>The act stands behind an interface, whose implementation the constructor is given.</summary>
internal sealed class ActBehindInterface() : MovedCall(MovedCalls.Acts, Destination.Interface);
