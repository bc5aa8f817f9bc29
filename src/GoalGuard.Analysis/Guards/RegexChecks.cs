using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Regular expressions: anchored ones without free parts allow only what they spell out.</summary>
internal static class RegexChecks
{
    public static Value? IsMatch(Frame frame, Call call)
    {
        var isStatic = call.Method.IsStatic;
        var tested = frame[call.Argument(0)];
        var pattern = isStatic ? frame[call.Argument(1)].Texts : Pattern(frame, call);
        var result = frame.Derive(call.Operation, tested);
        if (tested.Id is null || !pattern.All(RegexShape.IsClosed))
        {
            return pattern.All(RegexShape.BeginsWithWord)
                ? result with { Outcome = Outcome.True(HostChecks.Assured(tested, Guard.AllowedVerb).ToArray()) }
                : result;
        }

        var guard = Guard.Matched
            | (pattern.All(RegexShape.SpellsOut) ? Guard.AllowListed : Guard.None)
            | (pattern.All(RegexShape.HasNoSeparator) ? Guard.FileName : Guard.None);
        return result with { Outcome = Outcome.True(HostChecks.Assured(tested, guard).ToArray()) };
    }

    /// <summary>Removing everything but letters, digits and the like makes a bare name, unless something else is put in.</summary>
    public static Value? Replace(Frame frame, Call call)
    {
        var pattern = call.Method.IsStatic ? frame[call.Argument(1)].Texts : Pattern(frame, call);
        return pattern.All(RegexShape.KeepsOnlyNameCharacters) && call.Argument("replacement") is { } replacement && frame.Deep(frame[replacement]).IsEmpty
            ? Bare(frame.Derive(call.Operation, frame[call.Argument(0)]))
            : null;
    }

    private static Value Bare(Value name) => name with { Facts = name.Facts.With(Guard.FileName) };

    /// <summary>The pattern of a Regex object: its constructor's text, or the attribute's on a generated one.</summary>
    private static Texts Pattern(Frame frame, Call call)
    {
        var texts = frame[call.Instance].Texts;
        if (!texts.IsUnknown)
        {
            return texts;
        }

        ISymbol? source = call.Instance switch
        {
            Microsoft.CodeAnalysis.Operations.IInvocationOperation invocation => invocation.TargetMethod,
            Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        var attribute = source?.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "GeneratedRegexAttribute");
        return attribute is { ConstructorArguments: { Length: > 0 } arguments } && arguments[0].Value is string pattern ? Texts.Of(pattern) : Texts.Unknown;
    }
}
