using System.Text.RegularExpressions;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Options on the command lines of coding agents, and keys of requests, that switch a precaution off. A text counts where it is handed on: an element of a
/// list, a part of a longer text, an argument, the value of a key (<see cref="HandedOn"/>).
/// </summary>
internal sealed class TextSwitches(OffValues values, Action<IOperation, Off> found)
{
    /// <summary>The lists of which an option was found: several in one list are one switch.</summary>
    private readonly HashSet<(SwitchKind, IOperation)> _lists = new();

    public void Scan(IOperation body)
    {
        var around = Around(body.Syntax);
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } literal:
                    Read(literal, text, around);
                    break;
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } part:
                    Read(part, text, around);
                    break;
                case ISimpleAssignmentOperation assignment:
                    Keyed(KeyOf(assignment.Target), assignment.Value, assignment);
                    break;
                case IInvocationOperation { Arguments.Length: 2, TargetMethod.Name: "Add" or "TryAdd" or "Append" or "SetValue" } add:
                    Keyed(add.Arguments[0].Value.ConstantValue.Value as string, add.Arguments[1].Value, add);
                    break;
            }
        }
    }

    private void Read(IOperation literal, string text, string around)
    {
        foreach (var (kind, key, value) in SwitchTexts.Keys)
        {
            if (text.IndexOf(key, StringComparison.Ordinal) >= 0 && Regex.IsMatch(text, $"[\"']?{key}[\"']?\\s*[:=]\\s*[\"']{value}[\"']") && Uses.AsValue(literal))
            {
                found(literal, new Off(kind, key, SourceSpan.Of(literal.Syntax), null) { IsLowered = Uses.IsDecided(literal) });
            }
        }

        if (IsAsked(literal, text, around) is { } option && HandedOn.Is(literal, text) && (ListAround(literal) is not { } list || _lists.Add((option.Kind, list))))
        {
            var off = new Off(option.Kind, string.Join(" ", option.Words), SourceSpan.Of(literal.Syntax), null) { IsText = true };
            found(literal, off with { IsLowered = Uses.IsDecided(literal), IsInTool = option.IsInTool });
        }
    }

    /// <summary>The option that the text holds; of an option with a value, the next element of the list may be the value.</summary>
    private static SwitchTexts.Option? IsAsked(IOperation literal, string text, string around)
    {
        if (text.IndexOf('\n') >= 0 || text.Length > 400)
        {
            return null;
        }

        var words = text.Split(new[] { ' ', '"', '\'' }, StringSplitOptions.RemoveEmptyEntries);
        return SwitchTexts.Options.FirstOrDefault(option => Holds(words, option, literal) && SwitchTexts.Means(option, around));
    }

    private static bool Holds(string[] words, SwitchTexts.Option option, IOperation literal)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var equals = words[at].IndexOf('=');
            var name = equals > 0 && words[at][0] == '-' ? words[at].Substring(0, equals) : words[at];
            if (Places.Matches(name, option.Words[0])
                && (option.Words.Length == 1 || (Value(words, at, name, literal) is { } value && Places.Matches(value, option.Words[1]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an option is set to: behind an equals sign, the next word, or the next element of the list.</summary>
    private static string? Value(string[] words, int at, string name, IOperation literal) =>
        name.Length < words[at].Length ? words[at].Substring(name.Length + 1) : at + 1 < words.Length ? words[at + 1] : Next(literal);

    /// <summary>The type that a body belongs to: what it starts may be named in another member.</summary>
    private static string Around(SyntaxNode body)
    {
        var type = body.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>();
        return ((SyntaxNode?)type ?? body.SyntaxTree.GetRoot()).ToString();
    }

    /// <summary>The constant text that follows in the list, or is added next.</summary>
    private static string? Next(IOperation literal)
    {
        var element = literal;
        while (element.Parent is IConversionOperation or IArgumentOperation)
        {
            element = element.Parent;
        }

        if (element.Parent is IInvocationOperation add)
        {
            var argument = add.Arguments.SkipWhile(argument => !argument.Descendants().Contains(literal)).Skip(1).FirstOrDefault();
            element = argument is null ? (IOperation)add : element;
            if (argument is not null)
            {
                return argument.Value.ConstantValue.Value as string;
            }

            element = element.Parent is IExpressionStatementOperation statement ? statement : element;
        }

        var following = element.Parent?.ChildOperations.SkipWhile(child => child != element).Skip(1).FirstOrDefault();
        return following?.DescendantsAndSelf().Select(operation => operation.ConstantValue.Value).OfType<string>().FirstOrDefault();
    }

    /// <summary>The list that is written around an element.</summary>
    private static IOperation? ListAround(IOperation element)
    {
        var at = element.Parent;
        while (at is IConversionOperation or IArgumentOperation or IInvocationOperation)
        {
            at = at.Parent;
        }

        return at is IArrayInitializerOperation or IObjectOrCollectionInitializerOperation || (at is not null && Collections.IsCollectionExpression(at)) ? at : null;
    }

    /// <summary><c>["key"] = value</c>, <c>new { key = value }</c>.</summary>
    private static string? KeyOf(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value.ConstantValue.Value as string,
        IPropertyReferenceOperation { Property: { } property } => property.Name,
        _ => null,
    };

    private void Keyed(string? key, IOperation value, IOperation at)
    {
        foreach (var known in SwitchTexts.Keys.Where(known => known.Key == key))
        {
            var constants = new Knowledge.Condition(Knowledge.Place.Value, ImmutableArray.Create(known.Value));
            values.Trace(value, new Off(known.Kind, known.Key, SourceSpan.Of(at.Syntax), constants) { IsLowered = Uses.IsDecided(at) });
        }
    }
}
