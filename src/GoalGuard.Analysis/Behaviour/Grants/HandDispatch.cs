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
    /// <summary>How the names of members begin that switch automatic invocation on; those of others are too common.</summary>
    private static readonly ImmutableArray<string> Automatic = ImmutableArray.Create("Use", "AutoInvoke");

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
    private bool IsAutomatic() => engine.Knowledge.Entries(entry => entry.Role == Role.AutoInvoke)
        .Select(NameOf).OfType<string>().Distinct().Any(name => engine.Index.Mentioning(Words.Hash(name)).Any());

    private static string? NameOf(RoleEntry entry) =>
        entry.Symbol.Member is null or "#ctor" ? entry.Symbol.Type.Substring(entry.Symbol.Type.LastIndexOf('.') + 1)
        : Automatic.Any(begin => entry.Symbol.Member.StartsWith(begin, StringComparison.Ordinal)) ? entry.Symbol.Member : null;

    private bool FindAsks(CancellationToken cancellation)
    {
        var members = from type in engine.Knowledge.Entries(entry => entry.Role == Role.ToolArguments).Select(entry => entry.Symbol.Type).Distinct()
                      from member in engine.Index.Mentioning(Words.Hash(type.Substring(type.LastIndexOf('.') + 1)))
                      where engine.Index.MayAct(member)
                      select member;
        var calls = (from symbol in members.Distinct().SelectMany(member => engine.Members.Symbols(member, cancellation)).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()
                     from finding in engine.Analyse(symbol, cancellation).Findings
                     where finding.Act.Effect == Role.EffectTool
                     from fact in finding.Facts.Facts
                     where fact.Origin is { Kind: FactKind.ModelOutput, IsInTool: false }
                     select fact).ToList();
        return calls.Count > 0 && calls.TrueForAll(fact => ((fact.Guards | engine.Flags.KeptOf(fact, cancellation)) & Guard.Approved) != Guard.None);
    }
}
