using System.Composition;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Knowledge.Annotations;
using GoalGuard.Analyzers;
using GoalGuard.Analyzers.Exports;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.Exports;

/// <summary>
/// At the name of a member that other projects see, of which the engine inferred something that they cannot: states it, by annotations
/// where the project has them, else by lines of its models file.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(StatedForOthers)), Shared]
public sealed class StatedForOthers : CodeRefactoringProvider
{
    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } declaration || NameOf(declaration)?.IntersectsWith(context.Span) != true
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol || !Visibility.IsVisible(symbol))
        {
            return;
        }

        var exports = await InferredAsync(document.Project, symbol, context.CancellationToken).ConfigureAwait(false);
        if (exports.IsEmpty)
        {
            return;
        }

        var syntax = new AnnotationSyntax(model.Compilation, SyntaxGenerator.GetGenerator(document));
        var canAnnotate = exports.All(export => syntax.Of(export) is not null);
        context.RegisterRefactoring(canAnnotate
            ? CodeAction.Create(Title(exports, "an annotation"), token => AnnotateAsync(document, declaration, exports, token), "annotation")
            : CodeAction.Create(Title(exports, "a models file"), token => ModelsDocument.AppendAsync(document.Project, exports, token), "models"));
    }

    private static string Title(ImmutableArray<Export> exports, string means) =>
        $"State for other projects, by {means}, that it {string.Join(" and ", exports.Select(Meaning).Distinct())}";

    private static string Meaning(Export export) => export.Role switch
    {
        Role.ModelCall or Role.ModelOutputMember => "returns model output",
        Role.ToolDefinition => "is called by a model",
        Role.Sanitizer => "checks a value",
        Role.Approval => "asks a person",
        _ => "acts",
    };

    private static Microsoft.CodeAnalysis.Text.TextSpan? NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.Span,
        PropertyDeclarationSyntax property => property.Identifier.Span,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Span,
        _ => null,
    };

    /// <summary>What is inferred of this very member.</summary>
    private static async Task<ImmutableArray<Export>> InferredAsync(Project project, ISymbol symbol, CancellationToken cancellation)
    {
        if (await ProjectEngine.OfAsync(project, cancellation).ConfigureAwait(false) is not { } engine)
        {
            return ImmutableArray<Export>.Empty;
        }

        var finder = new ExportFinder(engine, FileSession.Rules);
        var methods = symbol is IPropertySymbol property ? new[] { property.GetMethod, property.SetMethod } : new[] { symbol as IMethodSymbol };
        return methods.OfType<IMethodSymbol>().SelectMany(method => finder.Of(method, cancellation))
            .Where(export => SymbolEqualityComparer.Default.Equals(export.Member, symbol)).Distinct().ToImmutableArray();
    }

    private static async Task<Document> AnnotateAsync(Document document, MemberDeclarationSyntax declaration, ImmutableArray<Export> exports, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var syntax = new AnnotationSyntax(editor.SemanticModel.Compilation, editor.Generator);
        var parameters = declaration is BaseMethodDeclarationSyntax method ? method.ParameterList.Parameters.ToArray() : Array.Empty<ParameterSyntax>();
        var stated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var export in exports)
        {
            var node = AnnotationSyntax.IsOnParameter(export, out var parameter) ? parameters[parameter!.Ordinal] : (SyntaxNode)declaration;
            if (syntax.Of(export) is { } attribute && stated.Add(node.SpanStart + attribute.ToFullString()))
            {
                editor.AddAttribute(node, attribute);
            }
        }

        var isKnown = editor.SemanticModel.LookupNamespacesAndTypes(declaration.SpanStart, name: "ModelOutputAttribute")
            .Concat(editor.SemanticModel.LookupNamespacesAndTypes(declaration.SpanStart, name: "EffectAttribute"))
            .Any(type => type.ContainingNamespace.ToDisplayString() == AnnotationNames.Namespace);
        if (!isKnown && editor.OriginalRoot is CompilationUnitSyntax)
        {
            editor.ReplaceNode(editor.OriginalRoot, (root, generator) => generator.AddNamespaceImports(root, generator.NamespaceImportDeclaration(AnnotationNames.Namespace)));
        }

        return editor.GetChangedDocument();
    }
}
