using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>What an object of a type is made with in this program, by hand: <c>new</c>, and constructors that call others.</summary>
internal static class Creations
{
    private static readonly uint New = Words.Hash("new");
    private static readonly uint This = Words.Hash("this");
    private static readonly uint Base = Words.Hash("base");

    /// <summary>The arguments of everything that makes an object of the type, each with the member that it stands in.</summary>
    public static IEnumerable<(ImmutableArray<IArgumentOperation> Arguments, ISymbol Member)> Of(
        Engine engine, INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var (body, member) in Bodies(engine, Words.Hash(type.Name), cancellation))
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case IObjectCreationOperation { Constructor: { } made } creation when Makes(made, type):
                        yield return (creation.Arguments, member);
                        break;
                    case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } called } call when Makes(called, type):
                        yield return (call.Arguments, member);
                        break;
                }
            }
        }
    }

    /// <summary>The bodies that may make one: of types that mention it somewhere, for <c>new(…)</c> does not, of the type and of those below it.</summary>
    private static IEnumerable<(IOperation Body, ISymbol Member)> Bodies(Engine engine, uint name, CancellationToken cancellation)
    {
        var types = new HashSet<uint>(engine.Index.Mentioning(name).Select(member => member.Type)) { name };
        types.UnionWith(engine.Index.Inheriting(name).Select(heir => heir.Type.Name));
        var makers = engine.Index.All().Where(member => types.Contains(member.Type)
            && (member.Member.Mentions(New) || member.Member.Mentions(This) || member.Member.Mentions(Base)));
        var written = from maker in makers
            from symbol in engine.Members.Symbols(maker, cancellation)
            from body in engine.Bodies.Operations(symbol, cancellation)
            select (body, symbol);
        return written.Concat(HandedOn(engine, name, cancellation));
    }

    /// <summary>What primary constructors hand on to a base class.</summary>
    private static IEnumerable<(IOperation Body, ISymbol Member)> HandedOn(Engine engine, uint name, CancellationToken cancellation) =>
        from heir in engine.Index.Inheriting(name)
        let declaration = heir.Tree.GetRoot(cancellation).FindNode(heir.Type.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>()
        where declaration?.BaseList?.Types.Any(type => type is PrimaryConstructorBaseTypeSyntax) == true
        let model = engine.Bodies.Model(heir.Tree)
        let body = model?.GetOperation(declaration, cancellation)
        let symbol = model?.GetDeclaredSymbol(declaration, cancellation)
        where body is not null && symbol is not null
        select (body, symbol);

    private static bool Makes(IMethodSymbol constructor, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, type.OriginalDefinition);
}
