using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Index;

/// <summary>
/// What a tree says outside of bodies and initializers: that is all which other trees can bind to. While it stays the same, an edit changes
/// nothing but the members that it touches.
/// </summary>
internal sealed class OutsideOfBodies
{
    private readonly List<TextSpan> _bodies = new();

    /// <summary>Leaves out a body. Bodies come in the order of the source.</summary>
    public void Leave(TextSpan body) => _bodies.Add(body);

    /// <summary>Leaves out the bodies and initializers of a member; true if there was one.</summary>
    public bool Leave(MemberDeclarationSyntax member)
    {
        var before = _bodies.Count;
        switch (member)
        {
            case BaseMethodDeclarationSyntax method:
                Leave(method.Body);
                Leave(method.ExpressionBody);
                break;
            case PropertyDeclarationSyntax property:
                Leave(property.AccessorList);
                Leave(property.ExpressionBody);
                Leave(property.Initializer);
                break;
            case IndexerDeclarationSyntax indexer:
                Leave(indexer.AccessorList);
                Leave(indexer.ExpressionBody);
                break;
            case EventDeclarationSyntax @event:
                Leave(@event.AccessorList);
                break;
            case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                foreach (var variable in field.Declaration.Variables)
                {
                    Leave(variable.Initializer);
                }

                break;
        }

        return _bodies.Count > before;
    }

    private void Leave(AccessorListSyntax? accessors)
    {
        foreach (var accessor in accessors?.Accessors ?? default)
        {
            Leave(accessor.Body);
            Leave(accessor.ExpressionBody);
        }
    }

    private void Leave(SyntaxNode? body)
    {
        if (body is not null)
        {
            Leave(body.Span);
        }
    }

    /// <summary>White space does not count.</summary>
    public ulong Hash(char[] text, int length)
    {
        const ulong prime = 1099511628211;
        var hash = 14695981039346656037;
        var at = 0;
        foreach (var body in _bodies)
        {
            for (; at < body.Start; at++)
            {
                hash = char.IsWhiteSpace(text[at]) ? hash : (hash ^ text[at]) * prime;
            }

            at = Math.Max(at, body.End);
        }

        for (; at < length; at++)
        {
            hash = char.IsWhiteSpace(text[at]) ? hash : (hash ^ text[at]) * prime;
        }

        return hash;
    }
}
