using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Truths that the program keeps in fields and properties of its own, and by which it may leave out that somebody is asked. One that asks by default, and that nothing
/// in the compilation gives another value, is a precaution like the question itself.
/// </summary>
internal sealed class OwnFlags(Engine engine)
{
    private readonly ConcurrentDictionary<(string Id, bool Asks), bool> _known = new();

    /// <summary>The flag that a condition asks, as an origin; its index says which answer of the condition means which value. Null if it asks none.</summary>
    public static Origin? Of(IOperation condition) =>
        Settings.Of(condition) is { Setting: IMemberReferenceOperation { Member: IFieldSymbol { IsConst: false } or IPropertySymbol } read } asked
        && read.Member.OriginalDefinition is { } flag && flag.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && flag.GetDocumentationCommentId() is { } id
            ? new Origin(FactKind.Setting, id, new SourceSpan(declared.SyntaxTree.FilePath, declared.Span.Start, declared.Span.Length), Index: asked.IsNegated ? 1 : 0)
            : null;

    /// <summary>The same, of the value that the flag has where a condition on it is answered so.</summary>
    public static Origin As(Origin flag, bool answer) => flag with { Index = answer ? 1 - flag.Index : flag.Index };

    /// <summary>The guards of a fact that a flag of the program may leave out, but never does.</summary>
    public Guard KeptOf(Fact fact, CancellationToken cancellation) =>
        fact.Relations.Bypasses.IsEmpty ? Guard.None
        : Of(fact, flag => IsKept(flag, cancellation)) & ~Of(fact, flag => !IsKept(flag, cancellation)) & ~Union(fact.Relations.Bypasses.Where(bypass => bypass.By.IsConcrete));

    /// <summary>The guards of a fact that a flag of the program may leave out.</summary>
    public static Guard LeftOutOf(Fact fact) => Of(fact, _ => true);

    private static Guard Of(Fact fact, Func<Origin, bool> which) =>
        Union(fact.Relations.Bypasses.Where(bypass => bypass.By.Kind == FactKind.Setting && which(bypass.By))) & Guard.Approved;

    private static Guard Union(IEnumerable<Bypass> bypasses) => bypasses.Aggregate(Guard.None, (all, bypass) => all | bypass.Guard);

    /// <summary>True if the flag has the other value by default, and is never given this one.</summary>
    public bool IsKept(Origin flag, CancellationToken cancellation) => IsAlways(flag.Name, flag.Index == 0, cancellation);

    private bool IsAlways(string id, bool value, CancellationToken cancellation) =>
        _known.TryGetValue((id, value), out var known) ? known : _known.GetOrAdd((id, value), FindAlways(id, value, cancellation));

    private bool FindAlways(string id, bool value, CancellationToken cancellation)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, engine.Compilation) is not { } flag)
        {
            return false;
        }

        var parameter = flag is IPropertySymbol property ? Text.Parameters.OfRecord(property) : null;
        var given = Given(flag, cancellation).ToList();
        var ofRecord = parameter is null ? new List<IOperation>() : Given(parameter, cancellation).ToList();
        return given.Concat(ofRecord).All(each => each.ConstantValue.Value is bool constant && constant == value)
            && (given.Count > 0 && HasInitialValue(flag, cancellation) || Default(parameter) == value);
    }

    /// <summary>What the flag is where nobody gave it anything.</summary>
    private static bool Default(IParameterSymbol? parameter) => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true };

    private bool HasInitialValue(ISymbol flag, CancellationToken cancellation) =>
        engine.Bodies.Operations(flag, cancellation).OfType<ISymbolInitializerOperation>().Any()
        || (flag is IPropertySymbol { GetMethod: { } getter } && engine.Members.HasBody(getter));

    private IEnumerable<IOperation> Given(ISymbol flag, CancellationToken cancellation)
    {
        var members = OwnSettings.Setting(engine, flag);
        return from member in members
               from symbol in engine.Members.Symbols(member, cancellation)
               from body in engine.Bodies.Operations(symbol, cancellation)
               from value in OwnSettings.ValuesIn(body, flag, symbol)
               select value;
    }
}
