using GoalGuard.Analysis;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;

namespace GoalGuard.Analyzers.Exports;

/// <summary>The exports of a file. By names and sketches, only members that act, hear a model or may check something are looked into.</summary>
internal sealed class FileExports(Engine engine, ImmutableArray<FlowRule> rules)
{
    /// <summary>What a method cannot do without that answers yes or no, or that refuses.</summary>
    private static readonly ImmutableArray<uint> CheckWords = ImmutableArray.Create(Words.Hash("bool"), Words.Hash("throw"));

    private readonly ExportFinder _finder = new(engine, rules);

    /// <summary>Each export once, with the member of the file that it stands for.</summary>
    public IEnumerable<(Export Export, SourceSpan Site)> Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = engine.Index.Of(tree).ToList();
        var hears = members.Exists(member => engine.Sketch(cancellation).Hears(member));
        foreach (var method in members.SelectMany(member => Methods(member, hears, cancellation)))
        {
            foreach (var export in _finder.Of(method, cancellation).Where(export => seen.Add(export.Line)))
            {
                yield return (export, SiteOf(method, tree));
            }
        }
    }

    /// <param name="member">The member.</param>
    /// <param name="hears">True if a model's words are at hand anywhere in the file: properties beside may hold them.</param>
    /// <param name="cancellation">Stops it.</param>
    private IEnumerable<IMethodSymbol> Methods(IndexedMember member, bool hears, CancellationToken cancellation)
    {
        var isWorthIt = engine.Index.MayAct(member) || (hears && (member.Member.HoldsState || engine.Sketch(cancellation).Hears(member)));
        return isWorthIt || CheckWords.Any(member.Member.Mentions)
            ? engine.Members.Symbols(member, cancellation).OfType<IMethodSymbol>().Where(method => isWorthIt || CheckFinder.MayCheck(method))
            : Enumerable.Empty<IMethodSymbol>();
    }

    private static SourceSpan SiteOf(IMethodSymbol method, SyntaxTree tree) =>
        (method.AssociatedSymbol ?? method).Locations.FirstOrDefault(location => location.SourceTree == tree) is { } location
            ? SourceSpan.Of(tree, location.SourceSpan)
            : default;
}
