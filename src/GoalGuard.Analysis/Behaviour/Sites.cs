using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>From a place in the source, which facts hold, back to what stands there.</summary>
internal static class Sites
{
    /// <summary>The operation at a place of this compilation; null where there is none.</summary>
    public static IOperation? Operation(Engine engine, SourceSpan site, CancellationToken cancellation)
    {
        var tree = engine.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == site.Path);
        if (tree is null || site.Start + site.Length > tree.Length || engine.Bodies.Model(tree) is not { } model)
        {
            return null;
        }

        var node = tree.GetRoot(cancellation).FindNode(new TextSpan(site.Start, site.Length), getInnermostNodeForTie: true);
        return model.GetOperation(node is ArgumentSyntax argument ? argument.Expression : node, cancellation);
    }
}
