using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>New builders and lists, with what they begin with.</summary>
internal static class Creations
{
    public static AssembledText Of(Walk walk, IObjectCreationOperation creation)
    {
        if (!Variables.IsCollector(creation.Type))
        {
            return Expressions.Unknown(walk, creation);
        }

        var text = AssembledText.Empty;
        foreach (var argument in creation.Arguments.Where(argument => Variables.MayHoldText(argument.Parameter?.Type) || Variables.IsCollector(argument.Value.Type)))
        {
            text = text.Then(Builders.IsBuilder(creation.Type) ? Expressions.Of(walk, argument.Value) : Lists.Values(walk, new[] { argument }));
        }

        foreach (var add in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            text = add is IInvocationOperation call && Lists.IsList(creation.Type) ? Lists.After(walk, call, text) ?? text : text;
        }

        return text;
    }
}
