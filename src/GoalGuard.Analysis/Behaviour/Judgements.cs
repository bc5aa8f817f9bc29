using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Where a model's words become a number, a grade or a yes or no that they state: parsed, read out of an object that was made of them, compared with what the
/// program expects. How long they are, or whether there are any, nobody stated.
/// </summary>
internal static class Judgements
{
    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Text.Json", "System.Text.Json.Nodes", "System.Text.Json.Serialization", "System.Xml", "System.Xml.Linq", "Newtonsoft.Json", "Newtonsoft.Json.Linq");

    private static readonly ImmutableHashSet<string> Tests = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.String", "System.MemoryExtensions", "System.StringComparer", "System.Text.RegularExpressions.Regex");

    /// <summary>A field, property or element: of what the program declares, what the model put there; of a text or collection, a measure.</summary>
    public static FactSet OfMember(FactSet facts, ISymbol member, ITypeSymbol? type)
    {
        var traits = Types.TraitsOf(type);
        return facts.IsEmpty || traits == Traits.None ? facts
            : IsMeasure(member) ? facts.Map(fact => fact.AsMeasure())
            : Stated(facts, ScoreLexicon.Names(member.Name) ? traits : traits | Traits.Data);
    }

    /// <summary>What a member says of its object; a score that was put there stays one, whatever the member is called.</summary>
    public static FactSet Stated(FactSet facts, Traits traits) =>
        (traits & Traits.Data) == 0 ? facts.As(traits) : facts.Map(fact => fact.As(fact.IsJudgement ? traits & ~Traits.Data : traits));

    public static Value OfCall(Frame frame, Call call, Value result)
    {
        var traits = Types.TraitsOf(call.Operation.Type);
        if (traits == Traits.None || !call.Method.DeclaringSyntaxReferences.IsEmpty)
        {
            return result;
        }

        if (Votes.Counted(frame, call) is { IsEmpty: false } votes)
        {
            return result with { Facts = votes };
        }

        if (IsReader(call.Method))
        {
            return result with { Facts = result.Facts.As(traits) };
        }

        if (traits == Traits.Truth && Tested(frame, call) is { IsEmpty: false } tested)
        {
            return result with { Facts = Frame.Narrow(result.Facts.Join(tested), call.Operation.Type).As(Traits.Truth) };
        }

        return IsFramework(call.Method.ContainingType) && (IsOfTexts(call.Method) || IsPresence(call)) ? result with { Facts = result.Facts.Map(fact => fact.AsMeasure()) } : result;
    }

    /// <summary>The result of a comparison: a verdict if a statement was compared, or words with what the program expects; a contest if two scores were.</summary>
    public static FactSet Compared(FactSet result, FactSet left, FactSet right)
    {
        var contest = Contest(left, right);
        return result.Map(fact => IsCompared(fact, left, right) || IsCompared(fact, right, left) ? fact.As(Traits.Truth | contest) : fact);
    }

    /// <summary>Whether two scores are compared. Of a parameter only a caller knows.</summary>
    private static Traits Contest(FactSet left, FactSet right) => left.Facts.Any(Scores.Is) && right.Facts.Any(Scores.Is) ? Traits.Contest : Traits.None;

    /// <summary>A statement, or words beside something that no model said.</summary>
    private static bool IsCompared(Fact fact, FactSet side, FactSet other) => side.Facts.Any(each =>
        each.Origin.Equals(fact.Origin) && (each.IsJudgement || ((each.Guards & Guard.NotText) == Guard.None && !other.HasConcrete)));

    /// <summary>What a test of a text asks about, if it is compared with what the program expects.</summary>
    private static FactSet Tested(Frame frame, Call call)
    {
        if (call.Method.Name.StartsWith("IsNullOr", StringComparison.Ordinal)
            || !(Tests.Contains(Types.FullName(call.Method.ContainingType)) || (call.Method.Name == "Contains" && Types.IsCollection(call.Method.ContainingType))))
        {
            return FactSet.Empty;
        }

        var inputs = call.Arguments.Select(argument => frame.Deep(frame[argument])).ToList();
        if (call.Instance is not null)
        {
            inputs.Add(frame.Deep(frame[call.Instance]));
        }

        return inputs.Count(input => input.IsWorthFollowing) == 1 ? inputs.First(input => input.IsWorthFollowing) : FactSet.Empty;
    }

    private static bool IsReader(IMethodSymbol method) =>
        (method.IsStatic && method.Name.Contains("Parse") && Types.CarriesNoText(method.ContainingType))
        || Types.FullName(method.ContainingType) is "System.Convert" or "System.Enum"
        || Readers.Contains(method.ContainingNamespace?.ToDisplayString() ?? "");

    /// <summary>A number of the framework's own about texts and collections. What is only held, such as an element or a result, is none.</summary>
    private static bool IsMeasure(ISymbol member) =>
        member is not IPropertySymbol { IsIndexer: true } && member.ContainingType is { IsTupleType: false } && IsFramework(member.ContainingType)
        && !Readers.Contains(member.ContainingNamespace?.ToDisplayString() ?? "") && member.ContainingNamespace?.Name != "RegularExpressions"
        && member.OriginalDefinition is IPropertySymbol { Type: not ITypeParameterSymbol } or IFieldSymbol { Type: not ITypeParameterSymbol };

    /// <summary>Given texts or collections, no numbers, and no questions about them.</summary>
    private static bool IsOfTexts(IMethodSymbol method) =>
        method.OriginalDefinition.ReturnType is not ITypeParameterSymbol
        && (Types.IsString(method.ContainingType) || method.ContainingType is { Name: "MemoryExtensions" or "StringInfo" })
        && Types.TraitsOf(method.ReturnType) == Traits.Number;

    /// <summary>Whether there is something in a collection, and how much of it.</summary>
    private static bool IsPresence(Call call) =>
        Presence.Contains(call.Method.Name) && !call.Method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    private static readonly ImmutableHashSet<string> Presence = ImmutableHashSet.Create(
        StringComparer.Ordinal, "MoveNext", "MoveNextAsync", "Any", "Count", "LongCount", "TryGetValue", "ContainsKey", "TryAdd", "TryDequeue", "TryPeek", "TryPop", "TryTake", "TryGetNonEnumeratedCount", "Remove");

    private static bool IsFramework(INamedTypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space is { Name: "System" };
    }
}
