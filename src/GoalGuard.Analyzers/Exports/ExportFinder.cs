using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Picks;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.Exports;

/// <summary>
/// What the engine inferred of a member that other projects see: it returns a model's words, hands a parameter to an act, checks a
/// parameter, or is called by a model. Where a models line cannot say it exactly, it says less.
/// </summary>
internal sealed class ExportFinder(Engine engine, ImmutableArray<FlowRule> rules)
{
    /// <summary>What is made sure of by any of these is no danger to some rule.</summary>
    private readonly Guard _silencing = rules.Aggregate(Guard.None, (guards, rule) => guards | rule.Silences);

    /// <summary>The exports of a method, accessor or constructor, without what is stated of it already; empty for what nobody else sees.</summary>
    public ImmutableArray<Export> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var forms = Visibility.Forms(method).ToList();
        if (forms.Count == 0 || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.StaticConstructor or MethodKind.Destructor)
        {
            return ImmutableArray<Export>.Empty;
        }

        var summary = Summarise(method, cancellation);
        var calledAs = forms.SelectMany(form => Outputs(form, summary).Concat(Effects(form, summary)).Concat(Called(method, form, cancellation)));
        return calledAs.Concat(Checks(method, summary)).Where(export => !IsStated(export)).Distinct().ToImmutableArray();
    }

    private Summary Summarise(IMethodSymbol method, CancellationToken cancellation) =>
        method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } && !method.IsAbstract && !engine.Members.HasBody(method)
            ? engine.Summarise(property, cancellation)
            : engine.Summarise(method, cancellation);

    /// <summary>Whoever reads what it returns, a member of that, or what it leaves in a parameter, reads a model's words.</summary>
    private IEnumerable<Export> Outputs(IMethodSymbol method, Summary summary)
    {
        foreach (var after in summary.After.Where(after => IsOutput(after.Value)))
        {
            yield return new Export(method, Role.ModelOutputMember, $"arg:{method.Parameters[after.Key].Name}!");
        }

        if (method.MethodKind == MethodKind.PropertyGet && method.AssociatedSymbol is IPropertySymbol { IsIndexer: false } property)
        {
            if (Output(summary.Return) is not null || summary.Return.Members.Values.Any(IsOutput))
            {
                yield return new Export(property, Role.ModelOutputMember, "return");
            }
        }
        else if (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)
        {
            foreach (var export in Returned(method, summary.Return))
            {
                yield return export;
            }
        }
    }

    /// <summary>Of an object of this program, the members that hold the words say so themselves.</summary>
    private IEnumerable<Export> Returned(IMethodSymbol method, SummaryValue value)
    {
        var whole = Output(value);
        if (whole is null)
        {
            foreach (var member in value.Members.Where(member => IsOutput(member.Value)).OrderBy(member => member.Key, StringComparer.Ordinal))
            {
                if (PropertyOf(method.ReturnType, member.Key) is { } property)
                {
                    yield return new Export(property, Role.ModelOutputMember, "return");
                }
                else
                {
                    whole ??= Output(member.Value);
                }
            }
        }

        if (whole is not null)
        {
            yield return new Export(method, Role.ModelCall, "return", whole.Origin.Inferred ? ModelCalls.Inferred : null);
        }
    }

    private static IPropertySymbol? PropertyOf(ITypeSymbol type, string name) =>
        Types.Unwrap(type) is INamedTypeSymbol { IsTupleType: false } named && !named.DeclaringSyntaxReferences.IsEmpty
            ? named.OriginalDefinition.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(Visibility.IsVisible)
            : null;

    private bool IsOutput(SummaryValue value) => Output(value) is not null || value.Members.Values.Any(member => Output(member) is not null);

    /// <summary>A model's words that nothing was made sure of.</summary>
    private Fact? Output(SummaryValue value) =>
        value.Facts.Facts.FirstOrDefault(fact => fact.Origin.Kind == FactKind.ModelOutput && (fact.Guards & _silencing) == Guard.None);

    private IEnumerable<Export> Effects(IMethodSymbol method, Summary summary) =>
        from sink in summary.Sinks
        where sink.Fact.Origin is { Kind: FactKind.Parameter, Index: >= 0 } && sink.Program is null && !sink.Act.Inferred && sink.Act.Effect != Role.Selection
            && rules.Any(rule => rule.IsAbout(sink.Act) && !rule.IsSilenced(sink.Fact, sink.Act))
        let place = PlaceOf(method, sink.Fact.Origin)
        where place is not null
        select new Export(Owner(method), sink.Act.Effect, place, NoteOf(method, sink), SwitchOf(method, sink.Switch));

    /// <summary>A setter's property is what others see.</summary>
    private static ISymbol Owner(IMethodSymbol method) => method.MethodKind == MethodKind.PropertySet && method.AssociatedSymbol is { } property ? property : method;

    /// <summary>The parameter and the members below it; null if they cannot be written.</summary>
    private static string? PlaceOf(IMethodSymbol method, Origin origin)
    {
        var place = method.MethodKind == MethodKind.PropertySet
            ? method.Parameters.Length == 1 ? "value" : null
            : "arg:" + method.Parameters[origin.Index].Name;
        foreach (var step in origin.Path.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries))
        {
            place = place is null ? null
                : step == "[*]" ? place + step
                : step.All(c => char.IsLetterOrDigit(c) || c == '_') ? place + "." + step
                : null;
        }

        return place;
    }

    /// <summary>What became of a list here, no caller can tell from the list.</summary>
    private static string? NoteOf(IMethodSymbol method, SummarySink sink) =>
        sink.Act.Effect == Role.EffectProcess && Types.IsCollection(method.Parameters[sink.Fact.Origin.Index].Type) ? Acts.ShellText : sink.Act.Note;

    private static string? SwitchOf(IMethodSymbol method, ParameterSwitch? on) =>
        on is { } parameter ? $"arg:{method.Parameters[parameter.Index].Name}={(parameter.Answer ? "true" : "false")}" : null;

    /// <summary>A model calls it, and so it does what others put in its place.</summary>
    private IEnumerable<Export> Called(IMethodSymbol method, IMethodSymbol form, CancellationToken cancellation) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && engine.Tools.IsTool(method, cancellation, out _)
            ? form.Parameters.Where(Tools.IsInput).Select(parameter => new Export(form, Role.ToolDefinition, "arg:" + parameter.Name, ToolNotes.Called))
            : Enumerable.Empty<Export>();

    /// <summary>Only of the method itself: others may implement the same without checking anything.</summary>
    private static IEnumerable<Export> Checks(IMethodSymbol method, Summary summary) =>
        Visibility.IsVisible(method) && method.MethodKind == MethodKind.Ordinary ? CheckFinder.Of(method, summary) : Enumerable.Empty<Export>();

    private bool IsStated(Export export) => engine.Knowledge.RolesOf(export.Member).Any(entry =>
        KnowledgeBase.IsStated(entry) && entry.Role == export.Role && (entry.Place?.ToString() ?? export.Place) == export.Place);
}
