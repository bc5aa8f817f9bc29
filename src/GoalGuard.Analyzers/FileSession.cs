using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Workflows;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Exports;
using GoalGuard.Analyzers.Governance;
using GoalGuard.Analyzers.Pathway1Imitation;
using GoalGuard.Analyzers.Pathway4RewardMaximisation;
using GoalGuard.Analyzers.Pathway5OuterLoop;
using GoalGuard.Analyzers.Reporting;
using GoalGuard.Analyzers.ToolUse;

using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers;

/// <summary>The analysis of the files of one compilation: candidate members of a file in, diagnostics of that file out.</summary>
/// <param name="compilation">The program.</param>
/// <param name="index">What its trees mention.</param>
/// <param name="knowledge">What its libraries mean.</param>
/// <param name="isScan">True if a scan asks.</param>
/// <param name="hasModel">False where nothing looks like a model: only what others may use is of interest then.</param>
internal sealed class FileSession(Compilation compilation, ProgramIndex index, KnowledgeBase knowledge, bool isScan, bool hasModel)
{
    public static readonly ImmutableArray<FlowRule> Rules = ImmutableArray.Create<FlowRule>(
        new GG4001ReinforcementJob(), new GG5005ModelSelects(), new GG6001Process(), new GG6002Code(), new GG6003FileMutation(), new GG6004Network(), new GG6005Sql(), new GG6006Reflection(),
        new GG6007Browser(), new GG6008OutsideAct(), new GG6009FileRead(), new GG6010Machine(), new GG6011NestedTool());

    private static readonly uint YesOrNo = Words.Hash("bool");

    private readonly Engine _engine = new(compilation, knowledge, index, walksAll: isScan);
    private readonly DiagnosticFactory _factory = new(compilation, isScan);

    public void Analyse(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var inventory = new Inventory(_factory, isScan);
        if (isScan)
        {
            inventory.Report(context, tree, new FileExports(_engine, Rules).Of(tree, context.CancellationToken));
        }

        if (!hasModel)
        {
            return;
        }

        var commands = new GG6024FreeCommand(_engine, _factory);
        var switches = new GG6025SwitchableGuard(_engine, _factory);
        foreach (var symbol in Candidates(tree, context.IsGeneratedCode, context.CancellationToken))
        {
            var result = _engine.Analyse(symbol, context.CancellationToken);
            Report(context, tree, symbol, result, commands, switches);
            switches.See(symbol, result, symbol.GetDocumentationCommentId() ?? symbol.Name, context.CancellationToken);
            switches.See(result.Findings.Where(finding => finding.At.Path == tree.FilePath), symbol.GetDocumentationCommentId() ?? symbol.Name);
            var outer = new OuterLoops(_engine, _factory);
            ReportLoops(context, tree, symbol, result.Loops, result.Findings, outer);
            ReportGrants(context, tree, symbol, result);
            ReportChoices(context, tree, symbol, result, outer);
            inventory.Report(context, tree, result);
        }

        ReportGraphs(context, tree);
        ReportHints(context, tree);
        ReportSwitches(context, tree);
        inventory.Report(context, tree, _engine.Switches.CapsIn(tree, context.CancellationToken));
        if (!context.IsGeneratedCode)
        {
            Report(context, commands.Report(context.SemanticModel, context.CancellationToken));
            Report(context, switches.Report(tree));
        }
    }

    private static void Report(SemanticModelAnalysisContext context, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>
    /// The members in which, by their sketches, a model's words may meet an act, and those that may hand tools over; in a scan, also those that do either. Where a
    /// generator hands tools over, nobody could change it.
    /// </summary>
    private IEnumerable<ISymbol> Candidates(SyntaxTree tree, bool isGenerated, CancellationToken cancellation)
    {
        foreach (var member in index.Of(tree))
        {
            var acts = index.MayAct(member);
            var meets = acts && _engine.Meetings(cancellation).Meets(member);
            if (meets || (!isGenerated && (index.MayGrant(member) || GoesOn(member, cancellation)))
                || (isScan && (acts || _engine.Sketch(cancellation).Hears(member))))
            {
                var asTool = meets && !isScan && _engine.Meetings(cancellation).MeetsOnlyAsTool(member);
                foreach (var symbol in _engine.Members.Symbols(member, cancellation))
                {
                    if (!asTool || (symbol is IMethodSymbol method && _engine.Tools.IsTool(method, cancellation, out _)))
                    {
                        yield return symbol;
                    }
                }
            }
            else if (acts && member.Member.Mentions(YesOrNo))
            {
                foreach (var tool in _engine.Members.Symbols(member, cancellation).OfType<IMethodSymbol>().Where(method => MaySwitch(method, cancellation)))
                {
                    yield return tool;
                }
            }
        }
    }

    /// <summary>True where a model is asked again and again, what it picks is done, or its scores choose.</summary>
    private bool GoesOn(IndexedMember member, CancellationToken cancellation) =>
        _engine.Askers(cancellation) is var askers && (askers.GoesRound(member) || askers.Takes(member) || _engine.Choosers(cancellation).Has(member));

    private void ReportLoops(
        SemanticModelAnalysisContext context, SyntaxTree tree, ISymbol symbol, ImmutableArray<LoopFact> loops, ImmutableArray<Finding> findings, OuterLoops outer)
    {
        if (!loops.IsEmpty && !context.IsGeneratedCode)
        {
            // A loop has one report, the most specific.
            Report(context, outer.Report(loops, findings, tree, symbol, context.CancellationToken));
            var others = loops.RemoveAll(outer.IsKnown);
            var spawning = new GG1004AgentSpawns(_engine, _factory).Report(others, tree, symbol, context.CancellationToken).ToList();
            Report(context, spawning.Select(report => report.Diagnostic));
            others = others.RemoveAll(loop => spawning.Any(report => report.Loop == loop));
            Report(context, new GG1001UnboundedLoop(_engine, _factory).Report(others, findings, tree, symbol, context.CancellationToken));
        }
    }

    private void ReportGraphs(SemanticModelAnalysisContext context, SyntaxTree tree)
    {
        foreach (var symbol in index.Of(tree).Where(index.MayConnect).SelectMany(member => _engine.Members.Symbols(member, context.CancellationToken)))
        {
            ReportLoops(context, tree, symbol, EdgeCycles.In(_engine, symbol, context.CancellationToken).ToImmutableArray(), ImmutableArray<Finding>.Empty, new OuterLoops(_engine, _factory));
        }
    }

    /// <summary>A yes or no is no text that sketches follow; in front of an effect it may be the switch of a guard.</summary>
    private bool MaySwitch(IMethodSymbol method, CancellationToken cancellation) =>
        method.Parameters.Any(parameter => Types.IsBoolean(Types.Unwrap(parameter.Type))) && _engine.Tools.IsKnownTool(method, cancellation);

    private void ReportGrants(SemanticModelAnalysisContext context, SyntaxTree tree, ISymbol symbol, MethodResult result)
    {
        if (context.IsGeneratedCode)
        {
            return;
        }

        var member = symbol.GetDocumentationCommentId() ?? symbol.Name;
        Report(context, new GG6020UnapprovedGrant(_engine, _factory).Report(result.Findings, tree, member, context.CancellationToken));
        Report(context, new GG6021RemoteTools(_engine, _factory).Report(result.Findings, tree, member, context.CancellationToken));
    }

    private void ReportChoices(SemanticModelAnalysisContext context, SyntaxTree tree, ISymbol symbol, MethodResult result, OuterLoops outer)
    {
        if (!context.IsGeneratedCode)
        {
            var above = new LoopsAbove(_engine, _factory, symbol, context.CancellationToken);
            Report(context, new GG5001ActionSelection(_engine, _factory, outer, above).Report(result, tree, symbol.GetDocumentationCommentId() ?? symbol.Name));
        }
    }

    private void ReportHints(SemanticModelAnalysisContext context, SyntaxTree tree)
    {
        foreach (var method in index.Of(tree).Where(member => index.MaySetHint(member) && !context.IsGeneratedCode)
            .SelectMany(member => _engine.Members.Symbols(member, context.CancellationToken)).OfType<IMethodSymbol>())
        {
            var diagnostic = new GG6020UnapprovedGrant(_engine, _factory).Report(method, tree, method.GetDocumentationCommentId() ?? method.Name, context.CancellationToken);
            if (diagnostic is not null)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private void ReportSwitches(SemanticModelAnalysisContext context, SyntaxTree tree)
    {
        if (!context.IsGeneratedCode)
        {
            var found = _engine.Switches.In(tree, context.CancellationToken).ToList();
            foreach (var diagnostic in new GG6022ApprovalOff(_factory).Report(found, tree).Concat(new GG6023SandboxOpened(_factory).Report(found, tree))
                .Concat(new GG1002IterationLimit(_factory, context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)).Report(found, tree)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private void Report(SemanticModelAnalysisContext context, SyntaxTree tree, ISymbol symbol, MethodResult result, GG6024FreeCommand commands, GG6025SwitchableGuard switches)
    {
        var member = symbol.GetDocumentationCommentId() ?? symbol.Name;
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var flow in FlowReporter.Flows(result, tree.FilePath, Rules, fact => _engine.Flags.KeptOf(fact, context.CancellationToken), (bypass, finding) => switches.See(bypass, finding, member)))
        {
            commands.See(flow, member);
            var equal = flow.Rule.Descriptor.Id + flow.Source.Origin.Name + flow.First.Act.Symbol;
            ordinals[equal] = ordinals.TryGetValue(equal, out var ordinal) ? ordinal + 1 : 0;
            var diagnostic = _factory.Create(flow, tree, member, ordinals[equal]);
            if (!context.IsGeneratedCode || diagnostic.Location.GetMappedLineSpan().HasMappedPath)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
