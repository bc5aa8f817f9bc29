using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// A program that carries out the model's tool calls itself, and in each place asks somebody before it does: what it hands over in options is asked about there, as long
/// as no client of the program calls tools by itself.
/// </summary>
internal sealed class HandDispatch(Engine engine)
{
    private readonly object _gate = new();
    private bool? _asks;

    public bool AsksAlways(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _asks ??= !IsAutomatic() && FindAsks(cancellation);
        }
    }

    /// <summary>True if, by names, some client of the program calls tools by itself.</summary>
    private bool IsAutomatic() => engine.Knowledge.Entries(entry => entry.Role == Role.AutoInvoke).Select(NameOf).OfType<string>().Distinct().Any(name => engine.Index.Mentioning(Words.Hash(name)).Any());

    private static string? NameOf(RoleEntry entry) =>
        entry.Symbol.Member is null or "#ctor" ? entry.Symbol.Type.Substring(entry.Symbol.Type.LastIndexOf('.') + 1)
        : entry.Symbol.Member.StartsWith("Use", StringComparison.Ordinal) || entry.Symbol.Member.StartsWith("AutoInvoke", StringComparison.Ordinal) ? entry.Symbol.Member : null;

    private bool FindAsks(CancellationToken cancellation)
    {
        var calls = (from type in engine.Knowledge.Entries(entry => entry.Role == Role.ToolArguments).Select(entry => entry.Symbol.Type).Distinct()
                     from member in engine.Index.Mentioning(Words.Hash(type.Substring(type.LastIndexOf('.') + 1)))
                     where engine.Index.MayAct(member)
                     select member).Distinct().SelectMany(member => engine.Members.Symbols(member, cancellation)).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()
            .SelectMany(symbol => engine.Analyse(symbol, cancellation).Findings).Where(finding => finding.Act.Effect == Role.EffectTool)
            .SelectMany(finding => finding.Facts.Facts).Where(fact => fact.Origin is { Kind: FactKind.ModelOutput, IsInTool: false }).ToList();
        return calls.Count > 0 && calls.TrueForAll(fact => ((fact.Guards | engine.Flags.KeptOf(fact, cancellation)) & Guard.Approved) != Guard.None);
    }
}
