using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Queries over lists of texts, and what copies them. What a query leaves out is kept: the text may be there.</summary>
internal static class Queries
{
    private static readonly ImmutableHashSet<string> Types = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Linq.Enumerable", "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList");

    /// <summary>What comes out are elements of what goes in.</summary>
    private static readonly ImmutableHashSet<string> Keeping = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ToList", "ToArray", "ToImmutableArray", "ToImmutableList", "AsEnumerable", "Where", "Distinct", "OrderBy", "OrderByDescending", "Order",
        "Take", "Skip", "Reverse", "Cast", "OfType");

    /// <summary>Null for any other call, and for a query over what is no list in sight.</summary>
    public static AssembledText? Of(Walk walk, IInvocationOperation call)
    {
        if (!call.TargetMethod.IsExtensionMethod || !Types.Contains(Flow.Types.FullName(call.TargetMethod.ContainingType)))
        {
            return null;
        }

        switch (call.TargetMethod.Name)
        {
            case "Select" when Variables.Below(call.Arguments[1]) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                var items = Expressions.Of(walk, call.Arguments[0].Value);
                var text = Helpers.Lambda(walk, lambda, Lists.AnyOf(items));
                return AssembledText.Of(new Repeated(SourceSpan.Of(lambda.Syntax), Lists.Element(text, lambda)));
            case "Append" or "Prepend":
                var list = Lists.Values(walk, call.Arguments.Take(1));
                var element = Lists.Element(Expressions.Of(walk, call.Arguments[1].Value), call.Arguments[1]);
                return call.TargetMethod.Name == "Append" ? list.Then(element) : element.Then(list);
            case "Concat" or "Union":
                return Lists.Values(walk, call.Arguments.Take(2));
            case var name when Keeping.Contains(name):
                var source = Expressions.Of(walk, call.Arguments[0].Value);
                return Lists.IsSequence(source) ? source : null;
            default:
                return null;
        }
    }
}
