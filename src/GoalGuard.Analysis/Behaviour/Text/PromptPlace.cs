using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>An expression whose text a model reads.</summary>
/// <param name="Value">The expression: an argument's value, or what is assigned to a property.</param>
/// <param name="Symbol">What takes it: the method, constructor or property.</param>
/// <param name="IsInstructions">The text is a system prompt or an agent's instructions: not a user's turn.</param>
internal sealed record PromptPlace(IOperation Value, ISymbol Symbol, bool IsInstructions)
{
    public AssembledText Text(Engine engine, ISymbol member, Func<IOperation, FactSet>? facts = null, CancellationToken cancellation = default) =>
        TextSlice.Of(engine, Value, member, facts, cancellation);
}
