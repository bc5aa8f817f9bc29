namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>The model is asked in a helper method of the same class.</summary>
internal sealed class SourceInHelper() : MovedCall(MovedCalls.AsksModel, Destination.SameClass);

/// <summary>The model is asked in a class in another file.</summary>
internal sealed class SourceInOtherFile() : MovedCall(MovedCalls.AsksModel, Destination.OtherFile);

/// <summary>The model is asked behind an interface, whose implementation the constructor is given.</summary>
internal sealed class SourceBehindInterface() : MovedCall(MovedCalls.AsksModel, Destination.Interface);
