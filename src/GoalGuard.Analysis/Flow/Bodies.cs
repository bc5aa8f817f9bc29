using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Member symbol → control flow graph. The one place that asks for semantic models of other trees: in an IDE a referenced project's
/// methods have syntax too, but their trees belong to another compilation and asking for their model throws.
/// </summary>
public sealed class Bodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public Compilation Compilation => compilation;

    /// <summary>The model of a tree of this compilation; null for any other tree.</summary>
    public SemanticModel? Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            if (!compilation.ContainsSyntaxTree(tree))
            {
                return null;
            }

#pragma warning disable RS1030 // Bodies of callees are needed; bounded by what candidate members call.
            model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            _models[tree] = model;
        }

        return model;
    }

    /// <summary>The graph of a member's body or initializer; null where there is none in sight.</summary>
    public ControlFlowGraph? Graph(ISymbol member, CancellationToken cancellation)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } inner)
        {
            return InnerBodies.Graph(this, inner, cancellation);
        }

        var symbol = member is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : member;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            if (Body(syntax, symbol) is { } body && Model(body.SyntaxTree)?.GetOperation(body, cancellation) is { } operation
                && Create(operation, cancellation) is { } graph)
            {
                return graph;
            }
        }

        return null;
    }

    /// <summary>The operations of a member's body, without their graph.</summary>
    public IEnumerable<IOperation> Operations(ISymbol member, CancellationToken cancellation)
    {
        var symbol = member is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : member;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Body(reference.GetSyntax(cancellation), symbol) is { } body && Model(body.SyntaxTree)?.GetOperation(body, cancellation) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private readonly ConcurrentDictionary<SourceSpan, IMethodSymbol?> _written = new();

    /// <summary>The lambda, local function or method that is written there; null if none is.</summary>
    public IMethodSymbol? At(SourceSpan span, CancellationToken cancellation) =>
        _written.TryGetValue(span, out var known) ? known : _written.GetOrAdd(span, InnerBodies.At(this, span, cancellation));

    private static ControlFlowGraph? Create(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellation),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };

    /// <summary>The node whose operation is the body.</summary>
    public static SyntaxNode? Body(SyntaxNode declaration, ISymbol symbol) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } and not ConstructorDeclarationSyntax => null,
        BaseMethodDeclarationSyntax method => method,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax accessor => accessor,
        ArrowExpressionClauseSyntax arrow => arrow,
        CompilationUnitSyntax unit when symbol is IMethodSymbol => unit,
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        _ => null,
    };
}
