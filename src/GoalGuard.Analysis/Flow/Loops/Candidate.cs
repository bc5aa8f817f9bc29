using GoalGuard.Analysis.Flow.Control;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>A place that ends the loop for certain one day, if only each round comes by; or one that looks so, with the reason why not.</summary>
internal readonly record struct Candidate(FlowNode Node, Bound Bound, NearMissReason? Spoiled = null);
