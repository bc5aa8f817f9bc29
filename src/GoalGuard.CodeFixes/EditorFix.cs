using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes;

/// <summary>
/// A fix in one document. A report is planned first, on the code as it is; only what has a plan is offered. All plans of a document
/// are carried out by one editor, so that fixing everything loses none of them.
/// </summary>
public abstract class EditorFix : CodeFixProvider
{
    /// <summary>What the light bulb says.</summary>
    protected abstract string Title { get; }

    /// <summary>The change that mends what is reported, or null if no change is safe.</summary>
    protected abstract Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, CancellationToken cancellation);

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new AllOfDocument(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var plan = await PlanAsync(document, context.Diagnostics.Take(1), context.CancellationToken).ConfigureAwait(false);
        if (!plan.IsEmpty)
        {
            var action = CodeAction.Create(Title, token => ApplyAsync(document, plan, token), equivalenceKey: GetType().Name);
            context.RegisterCodeFix(action, context.Diagnostics);
        }
    }

    private async Task<ImmutableArray<Action<SyntaxEditor>>> PlanAsync(
        Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return ImmutableArray<Action<SyntaxEditor>>.Empty;
        }

        // From the end of the document to its start: what is nested in a reported expression is changed before that expression.
        var plans =
            from span in diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).Distinct()
            where root.FullSpan.Contains(span)
            orderby span.Start descending, span.Length
            let plan = Plan(model, root.FindNode(span, getInnermostNodeForTie: true), cancellation)
            where plan is not null
            select plan;
        return plans.ToImmutableArray();
    }

    private static async Task<Document> ApplyAsync(
        Document document, ImmutableArray<Action<SyntaxEditor>> plans, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var plan in plans)
        {
            plan(editor);
        }

        return editor.GetChangedDocument();
    }

    private sealed class AllOfDocument(EditorFix fix) : DocumentBasedFixAllProvider
    {
        protected override string GetFixAllTitle(FixAllContext fixAllContext) => fix.Title;

        protected override async Task<Document?> FixAllAsync(
            FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            var plans = await fix.PlanAsync(document, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false);
            return await ApplyAsync(document, plans, fixAllContext.CancellationToken).ConfigureAwait(false);
        }
    }
}
