using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What the callee knows of its parameters, as the caller knows the arguments.</summary>
internal sealed partial class Application
{
    /// <summary>Facts of parameters become those of the arguments, with what the callee made sure of.</summary>
    private FactSet Resolve(FactSet facts)
    {
        var result = FactSet.Empty;
        var hop = new FlowStep("hop", "through " + _display, SourceSpan.Of(call.Operation.Syntax));
        foreach (var fact in facts.Facts)
        {
            result = result.Join(Resolve(fact).Via(hop));
        }

        return result;
    }

    /// <summary>What the caller knows of a fact of the callee: that of the whole argument, or not of what it holds.</summary>
    private FactSet Resolve(Fact fact, bool isWhole = true)
    {
        var relations = Resolve(fact.Relations);
        if (fact.Origin.Kind == FactKind.Parameter)
        {
            return Identifiers.Resolve(At(fact.Origin, isWhole), fact.Guards).With(fact.Guards).As(fact.Traits).Relating(relations);
        }

        // Chosen by something that no model stated, read from a file that the program names: then nothing is known of it.
        var isNothing = fact.Origin.Kind == FactKind.Choice ? relations.Choices.IsEmpty : fact.Origin.Kind == FactKind.FileContent && relations.About.IsEmpty;
        return isNothing ? FactSet.Empty : FactSet.Of(fact.Of(Known(fact.Origin)).As(_repeats.Value).Instead(relations));
    }

    /// <summary>A client that the callee was handed is one that the caller knows.</summary>
    private Origin Known(Origin origin) =>
        ClientIdentity.Resolve(frame, call, origin.Client) is var client && client == origin.Client ? origin : origin with { Client = client };

    private Relations Resolve(Relations relations) => relations.IsNone
        ? relations
        : Relations.To(Resolve(relations.About)).Join(Relations.By(Resolve(relations.Factors))).Join(Relations.Of(relations.Choices.SelectMany(Resolve)))
            .Join(Relations.Past(relations.Bypasses.SelectMany(bypass => Deciding(bypass.By).Select(origin => bypass with { By = origin }))));

    private ImmutableArray<Origin> Resolve(ImmutableArray<Origin> origins) => origins
        .SelectMany(origin => origin.Kind == FactKind.Parameter ? At(origin).Facts.Select(fact => fact.Origin) : new[] { Known(origin) })
        .Where(origin => origin.Kind != FactKind.Outside).Distinct().ToImmutableArray();

    private IEnumerable<Choice> Resolve(Choice choice)
    {
        var about = Relations.To(Resolve(choice.By.Relations.About));
        if (choice.By.Origin.Kind != FactKind.Parameter)
        {
            return new[] { choice with { By = choice.By.Of(Known(choice.By.Origin)).Instead(about) } };
        }

        var deciding = At(choice.By.Origin).As(choice.By.Traits).Relating(about);
        return Relations.ChosenBy(deciding, choice.Site, choice.Kind).Choices;
    }

    /// <summary>The facts of an argument, at a path below it.</summary>
    private FactSet At(Origin origin, bool isWhole = true) => Part(origin) is var value && isWhole ? frame.Deep(value) : frame.FactsOf(value);

    private Value Part(Origin origin)
    {
        var value = argument(origin.Index);
        foreach (var member in origin.Path.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries))
        {
            value = Members.Of(frame, value, member);
        }

        return value;
    }
}
