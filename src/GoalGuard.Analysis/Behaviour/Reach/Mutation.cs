using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>
/// Whether an effect changes something. Everything does, except what is known only to read: files, GET and HEAD, browsing, statements known
/// to be queries, languages that cannot write, and what the registry holds.
/// </summary>
internal sealed class Mutation(ImmutableArray<IOperation> body)
{
    private static readonly ImmutableArray<string> Reading = ImmutableArray.Create("Get", "Head", "Options");

    private readonly Lazy<bool> _onlyQueries = new(() => Statements.AreQueries(body));

    /// <param name="entry">What knowledge says.</param>
    /// <param name="call">The call; null where the member is only handed on.</param>
    public bool Is(RoleEntry entry, Call? call) => entry.Role switch
    {
        Role.EffectFileRead => false,
        Role.EffectNetwork => !EffectEntries.NoteIs(entry, "GET") && !EffectEntries.NoteIs(entry, "HEAD")
            && !(EffectEntries.NoteIs(entry, "by the request") && call is not null && SendsReads(call)),
        Role.EffectBrowser => !EffectEntries.NoteIs(entry, "navigate"),
        Role.EffectSql => !EffectEntries.NoteIs(entry, "cannot write") && !(EffectEntries.NoteIs(entry, "query") && IsQuery(entry, call)),
        Role.EffectCode => !EffectEntries.NoteIs(entry, "cannot write"),
        Role.EffectKubernetes or Role.EffectRegistry => !EffectEntries.NoteIs(entry, "read"),
        _ => true,
    };

    /// <summary>Of a member whose calls are out of sight.</summary>
    public static bool IsByItself(RoleEntry entry) => new Mutation(ImmutableArray<IOperation>.Empty).Is(entry, null);

    private bool IsQuery(RoleEntry entry, Call? call) =>
        entry.Place is { Argument: { } text }
            ? Statements.IsQuery(call?.Argument(text)?.Value.ConstantValue.Value as string)
            : _onlyQueries.Value;

    /// <summary>True if every request that may be sent here was made in this body with a verb that reads.</summary>
    private bool SendsReads(Call call)
    {
        var requests = call.Arguments.Where(argument => argument.Parameter?.Name == "request").Select(argument => argument.Value).ToList();
        return requests.Count > 0
            && requests.TrueForAll(request => Made(request).All(made => made is IObjectCreationOperation creation && IsRead(creation, request)));
    }

    private IEnumerable<IOperation> Made(IOperation request)
    {
        if (request is not ILocalReferenceOperation { Local: { } local })
        {
            return new[] { request };
        }

        var values = body.SelectMany(root => Definitions.In(root, local)).ToList();
        return values.Count > 0 ? values : new List<IOperation> { request };
    }

    /// <summary>Verbs are given to the constructor, in the initializer or later; without any, both known kinds of request are a GET.</summary>
    private bool IsRead(IObjectCreationOperation creation, IOperation request)
    {
        var verbs = creation.Arguments.Where(argument => argument.Parameter?.Name == "method").Select(argument => argument.Value)
            .Concat(Assigned(creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, null))
            .Concat(request is ILocalReferenceOperation { Local: { } local } ? Assigned(body, local) : Enumerable.Empty<IOperation>());
        return verbs.All(verb => Reading.Contains(Verb(verb), StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<IOperation> Assigned(IEnumerable<IOperation> roots, ILocalSymbol? local) =>
        from root in roots
        from operation in root.DescendantsAndSelf()
        where operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Method" } target }
            && (local is null || SymbolEqualityComparer.Default.Equals((target.Instance as ILocalReferenceOperation)?.Local, local))
        select ((ISimpleAssignmentOperation)operation).Value;

    private static string? Verb(IOperation value) =>
        ConstantNames.Of(value is IObjectCreationOperation { Arguments: { Length: 1 } arguments } ? arguments[0].Value : value);
}
