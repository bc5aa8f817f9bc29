using System.Text.RegularExpressions;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Literals and other compile-time constants.</summary>
internal static class Constants
{
    private const string Reinforcement = "reinforcement";

    /// <summary>The training method in the text of a JSON document, or of a part of one.</summary>
    private static readonly Regex Described = new(
        @"\\?[""']type\\?[""']\s*:\s*\\?[""']reinforcement\\?[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static Value Apply(Frame frame, IOperation operation, object? constant) => constant switch
    {
        _ when operation is Microsoft.CodeAnalysis.Operations.IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } name } =>
            Value.OfText(name.Name),
        bool truth => new Value { Constant = truth },
        string text when NamesReinforcement(text) => Training(frame, operation, text),
        string text => Value.OfText(text),
        char letter => Value.OfText(letter.ToString()) with { Character = letter },
        _ => Value.Empty,
    };

    /// <summary>As the whole value, or as the value of a document's <c>type</c>; as part of another value the word says nothing.</summary>
    public static bool NamesReinforcement(string text) =>
        string.Equals(text.Trim(), Reinforcement, StringComparison.OrdinalIgnoreCase)
        || (text.IndexOf(Reinforcement, StringComparison.OrdinalIgnoreCase) >= 0 && Described.IsMatch(text));

    /// <summary>A literal that names training by reinforcement is followed to the job that it describes.</summary>
    private static Value Training(Frame frame, IOperation operation, string text)
    {
        var site = SourceSpan.Of(operation.Syntax);
        var origin = new Origin(FactKind.Reinforcement, "\"" + Reinforcement + "\"", site);
        var trace = Trace.Add(null, new FlowStep("source", "the training method \"reinforcement\"", site));
        return Value.OfText(text) with { Facts = FactSet.Of(new Fact(origin, Guard.None, trace)) };
    }
}
