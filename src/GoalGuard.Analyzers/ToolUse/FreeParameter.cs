using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>A parameter of a tool that takes any text and says that the text is a command, or such a property of the object that it takes.</summary>
/// <param name="Name">The parameter, with the property.</param>
/// <param name="Type">The type that the tool belongs to.</param>
/// <param name="Word">The word that says so, of its name or else of what it tells a model about itself.</param>
internal sealed record FreeParameter(string Name, INamedTypeSymbol Type, string Word)
{
    /// <summary>The parameter that the origin is, or is a part of; null if it is typed, or says nothing of the kind.</summary>
    public static FreeParameter? Of(Origin origin, SemanticModel model, CancellationToken cancellation)
    {
        var (site, root) = (origin.Site, model.SyntaxTree.GetRoot(cancellation));
        if (site.Start + site.Length > root.FullSpan.End)
        {
            // Another tree with the same path.
            return null;
        }

        var node = root.FindNode(new TextSpan(site.Start, site.Length), getInnermostNodeForTie: true);
        if (model.GetDeclaredSymbol(node, cancellation) is not IParameterSymbol parameter)
        {
            return null;
        }

        var word = origin.Path.Length == 0
            ? CommandProperties.IsText(parameter.Type) ? CommandProperties.WordOf(parameter) : null
            : CommandProperties.Of(parameter).FirstOrDefault(each => origin.Path == "." + each.Property.Name).Word;
        return word is null ? null : new FreeParameter(origin.Name + origin.Path, parameter.ContainingType, word);
    }
}
