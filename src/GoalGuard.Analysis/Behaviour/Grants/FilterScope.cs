using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Where a filter counts: for the kernel, client or agent that it is added to, where that is an object of one member alone. What stands in one statement with that
/// object belongs together: what is built of it, what is handed to it. Where the object comes from elsewhere or goes elsewhere, the filter counts for the whole program.
/// </summary>
internal sealed class FilterScope
{
    public static readonly FilterScope Everywhere = new(null, Enumerable.Empty<ISymbol>(), null);

    private readonly SyntaxNode? _member;
    private readonly HashSet<ISymbol> _together;
    private readonly SemanticModel? _model;

    private FilterScope(SyntaxNode? member, IEnumerable<ISymbol> together, SemanticModel? model)
    {
        _member = member;
        _together = new HashSet<ISymbol>(together, SymbolEqualityComparer.Default);
        _model = model;
    }

    /// <summary>The scope of a filter that is added at a place.</summary>
    public static FilterScope Of(Engine engine, SyntaxNode site, CancellationToken cancellation)
    {
        if (engine.Bodies.Model(site.SyntaxTree) is not { } model || Member(site) is not { } member || IsContainer(model, Statement(site), cancellation))
        {
            return Everywhere;
        }

        var statements = member.DescendantNodes().Where(IsSimple).Select(statement => (Statement: statement, Holders: Holders(model, statement, cancellation))).ToList();
        var together = new HashSet<ISymbol>(Holders(model, Statement(site), cancellation), SymbolEqualityComparer.Default);
        for (var count = -1; count < together.Count;)
        {
            count = together.Count;
            together.UnionWith(statements.Where(each => each.Holders.Any(together.Contains)).SelectMany(each => each.Holders));
        }

        var stays = together.Count > 0 && together.All(holder => holder is ILocalSymbol)
            && !statements.Any(each => each.Holders.Any(together.Contains) && Leaves(model, each.Statement, together, cancellation));
        return stays ? new FilterScope(member, together, model) : Everywhere;
    }

    /// <summary>True if what is handed over at the place passes the filter.</summary>
    public bool Covers(SourceSpan grant, CancellationToken cancellation)
    {
        if (_member is null)
        {
            return true;
        }

        if (grant.Path != _member.SyntaxTree.FilePath || !_member.FullSpan.Contains(grant.Start))
        {
            return false;
        }

        var at = _member.SyntaxTree.GetRoot(cancellation).FindNode(new TextSpan(grant.Start, grant.Length), getInnermostNodeForTie: true);
        var holders = Holders(_model!, Statement(at), cancellation);
        return holders.Count == 0 || holders.Any(_together.Contains);
    }

    /// <summary>True if tools of the type pass the filter, as far as can be told without their hand-over: the filter counts everywhere, or is added where the type is named.</summary>
    public bool Concerns(INamedTypeSymbol type) =>
        _member is null || _member.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == type.Name);

    /// <summary>The member around; of top-level statements, the file.</summary>
    private static SyntaxNode? Member(SyntaxNode site) =>
        site.AncestorsAndSelf().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or GlobalStatementSyntax or PropertyDeclarationSyntax) is { } member
            ? member is GlobalStatementSyntax ? member.Parent : member
            : null;

    private static SyntaxNode Statement(SyntaxNode site) => site.AncestorsAndSelf().FirstOrDefault(node => IsSimple(node) && !IsInFunction(node)) ?? site;

    private static bool IsSimple(SyntaxNode node) =>
        node is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax
        || (node is VariableDeclarationSyntax { Parent: UsingStatementSyntax });

    /// <summary>What stands in a lambda is part of the statement that the lambda stands in.</summary>
    private static bool IsInFunction(SyntaxNode node) =>
        node.Ancestors().TakeWhile(around => around is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax))
            .Any(around => around is AnonymousFunctionExpressionSyntax);

    /// <summary>A container of services serves whoever asks; only the one of a kernel's builder is the kernel's own.</summary>
    private static bool IsContainer(SemanticModel model, SyntaxNode statement, CancellationToken cancellation)
    {
        var types = statement.DescendantNodes().OfType<ExpressionSyntax>()
            .Select(expression => model.GetTypeInfo(expression, cancellation).Type?.Name).OfType<string>().ToList();
        return types.Contains("IServiceCollection") && !types.Contains("IKernelBuilder");
    }

    /// <summary>The variables, fields and properties in a statement that may hold a kernel, client or agent, or what is handed to one.</summary>
    private static HashSet<ISymbol> Holders(SemanticModel model, SyntaxNode statement, CancellationToken cancellation)
    {
        var holders = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in statement.DescendantNodesAndSelf())
        {
            var symbol = node switch
            {
                VariableDeclaratorSyntax or SingleVariableDesignationSyntax => model.GetDeclaredSymbol(node, cancellation),
                IdentifierNameSyntax name when name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name =>
                    model.GetSymbolInfo(name, cancellation).Symbol,
                _ => null,
            };
            if (symbol is not null && IsHolder(symbol))
            {
                holders.Add(symbol);
            }
        }

        return holders;
    }

    private static bool IsHolder(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => IsOfLibrary(local.Type),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } parameter => IsOfLibrary(parameter.Type),
        IFieldSymbol { IsConst: false } field => IsOfLibrary(field.Type),
        IPropertySymbol { IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } property => IsOfLibrary(property.Type),
        _ => false,
    };

    /// <summary>A library's object, or one of the program's own that a library knows by a base of its.</summary>
    private static bool IsOfLibrary(ITypeSymbol? type) =>
        Types.Unwrap(type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } named
        && (IsModelled(named) || (named.Locations.Any(location => location.IsInSource) && (IsModelled(named.BaseType) || named.AllInterfaces.Any(IsModelled))));

    private static bool IsModelled(INamedTypeSymbol? type) => Knowledge.KnowledgeBase.IsModelled(type?.ContainingAssembly?.Name ?? "");

    /// <summary>True where one of the objects is returned, or given to a method of this program, which may keep it.</summary>
    private static bool Leaves(SemanticModel model, SyntaxNode statement, HashSet<ISymbol> together, CancellationToken cancellation)
    {
        if (statement is ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax)
        {
            return statement.ChildNodes().OfType<ExpressionSyntax>().Any(value => IsOfLibrary(model.GetTypeInfo(value, cancellation).Type));
        }

        return statement.DescendantNodes().OfType<ArgumentSyntax>().Any(argument =>
            model.GetSymbolInfo(argument.Expression, cancellation).Symbol is { } given && together.Contains(given)
            && argument.Parent?.Parent is { } call && model.GetSymbolInfo(call, cancellation).Symbol is { DeclaringSyntaxReferences.IsEmpty: false });
    }
}
