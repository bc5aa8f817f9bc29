using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Does the program stand between its tools and the model with a filter or middleware that can refuse a call: one with a way through it on which the call is not made?
/// It counts for the kernel, client or agent that it is added to, where that can be told; where it is added out of sight, for the whole program.
/// </summary>
internal sealed class RefusingFilters(Engine engine)
{
    private const string Filter = "filter";

    /// <summary>The note on the base of clients that stand in front of another.</summary>
    private const string Client = "client filter";

    /// <summary>How the types end that tell a filter about a call.</summary>
    private const string Context = "Context";

    /// <summary>The note on the type that tells filters about every call, whoever makes it.</summary>
    private const string EveryCall = "every call";

    private readonly object _gate = new();
    private readonly Lazy<ImmutableHashSet<string>> _contexts = new(() => engine.Knowledge
        .Entries(entry => entry is { Role: Role.Approval, Note: Filter, Place: not null }).Where(IsOfContext).Select(entry => entry.Symbol.Type).ToImmutableHashSet(StringComparer.Ordinal));

    private ImmutableArray<(FilterScope Scope, string Context, ISymbol Function)>? _scopes;

    /// <summary>True if tools of the type may pass a filter that can refuse.</summary>
    public bool Concern(INamedTypeSymbol type, CancellationToken cancellation) => Scopes(cancellation).Any(filter => filter.Scope.Concerns(type));

    /// <summary>True if what is handed over at the place passes a filter that can refuse.</summary>
    public bool Cover(SourceSpan grant, CancellationToken cancellation) => Scopes(cancellation).Any(filter => filter.Scope.Covers(grant, cancellation));

    /// <summary>True if a tool that is invoked here by hand passes no filter, though there is one of its library that can refuse.</summary>
    public bool AreSkipped(IMethodSymbol invoked, SourceSpan at, CancellationToken cancellation) => Scopes(cancellation).Any(filter =>
        NamespaceOf(filter.Context) == invoked.ContainingNamespace.ToDisplayString() && !TellsOfEveryCall(filter.Context) && filter.Scope.Covers(at, cancellation)
        && IsSeenAt(filter.Function, at));

    /// <summary>A filter of a private type stands before the tools of the type around it, and before nobody else's that one could accuse.</summary>
    private static bool IsSeenAt(ISymbol function, SourceSpan at) =>
        function.ContainingType is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } around }
        || around.DeclaringSyntaxReferences.Any(declared => SourceSpan.Of(declared.SyntaxTree, declared.Span).Contains(at));

    /// <summary>True for the tool that a filter was told about: it makes the call in place of the client.</summary>
    public bool IsOwnCall(IOperation? tool) =>
        tool is IPropertyReferenceOperation { Property.ContainingType: { } told } && _contexts.Value.Contains(Types.FullName(told));

    private bool TellsOfEveryCall(string context) =>
        engine.Knowledge.Entries(entry => entry is { Role: Role.Approval, Note: EveryCall }).Any(entry => entry.Symbol.Type == context);

    private static string NamespaceOf(string type) => type.Substring(0, Math.Max(0, type.LastIndexOf('.')));

    private ImmutableArray<(FilterScope Scope, string Context, ISymbol Function)> Scopes(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _scopes ??= Find(cancellation).ToImmutableArray();
        }
    }

    private IEnumerable<(FilterScope Scope, string Context, ISymbol Function)> Find(CancellationToken cancellation)
    {
        var entries = engine.Knowledge.Entries(entry => entry is { Role: Role.Approval, Note: Filter }).ToList();
        var body = new FilterBody(engine, _contexts.Value, cancellation);
        var methods = entries.Select(NameOf).OfType<string>().Distinct().SelectMany(name => engine.Index.Mentioning(Words.Hash(name))).Distinct()
            .SelectMany(member => engine.Members.Symbols(member, cancellation)).OfType<IMethodSymbol>();
        var told = methods.SelectMany(body.Functions).Where(each => each.Function.Parameters.Any(parameter => body.IsContext(parameter.Type)));
        foreach (var (function, graph, lambda) in told)
        {
            var answer = body.Of(graph);
            if (answer == FilterAnswer.MayRefuse || (answer == FilterAnswer.NeverCalls && Implements(function)))
            {
                var context = Types.FullName(function.Parameters.First(parameter => body.IsContext(parameter.Type)).Type);
                foreach (var scope in ScopesOf(function, lambda, cancellation))
                {
                    yield return (scope, context, function);
                }
            }
        }

        foreach (var (scope, function) in Clients(cancellation))
        {
            yield return (scope, "", function);
        }
    }

    /// <summary>Clients that look at what the inner one wants to call, and take it out or throw, before whoever makes the calls sees it.</summary>
    private IEnumerable<(FilterScope Scope, ISymbol Function)> Clients(CancellationToken cancellation)
    {
        var calls = engine.Knowledge.Entries(entry => entry.Role == Role.ToolArguments).Select(entry => entry.Symbol.Type).Distinct();
        return from type in calls
               from member in engine.Index.Mentioning(Words.Hash(type.Substring(type.LastIndexOf('.') + 1)))
               from method in engine.Members.Symbols(member, cancellation).OfType<IMethodSymbol>()
               where method.IsOverride && engine.Knowledge.TypeRolesOf(method.ContainingType).Any(entry => entry is { Role: Role.Approval, Note: Client })
               where engine.Bodies.Operations(method, cancellation).Any(body => body.Descendants().OfType<IConditionalOperation>().Any(branch => Refuses(branch, type)))
               from scope in ScopesOf(method, null, cancellation)
               select (scope, (ISymbol)method);
    }

    /// <summary>A condition on a call that decides whether something is taken out or thrown.</summary>
    private static bool Refuses(IConditionalOperation branch, string call) =>
        branch.Condition.DescendantsAndSelf().Any(operation => TypeOf(operation) is { } type && Types.FullName(type) == call)
        && branch.Descendants().Any(operation => operation is IThrowOperation or IInvocationOperation { TargetMethod.Name: "Remove" or "RemoveAt" or "RemoveAll" or "Clear" });

    private static ITypeSymbol? TypeOf(IOperation operation) => operation is IDeclarationPatternOperation matched ? matched.MatchedType : operation.Type;

    private static bool IsOfContext(RoleEntry entry) => entry.Symbol.Type.EndsWith(Context, StringComparison.Ordinal);

    /// <summary>What a program that has such a filter names: the type that tells about the call, or what takes the filter.</summary>
    private static string? NameOf(RoleEntry entry) =>
        entry.Place is null ? null
        : IsOfContext(entry) ? entry.Symbol.Type.Substring(entry.Symbol.Type.LastIndexOf('.') + 1) : entry.Symbol.Member == "#ctor" ? null : entry.Symbol.Member;

    /// <summary>A filter that a library calls in place of the tool refuses where it never goes on.</summary>
    private bool Implements(IMethodSymbol function) =>
        function.ContainingType.AllInterfaces.Any(face => engine.Knowledge.TypeRolesOf(face).Any(entry => entry is { Role: Role.Approval, Note: Filter })
            && face.GetMembers(function.Name).Any(member =>
                SymbolEqualityComparer.Default.Equals(function.ContainingType.FindImplementationForInterfaceMember(member), function)));

    private IEnumerable<FilterScope> ScopesOf(IMethodSymbol function, SyntaxNode? lambda, CancellationToken cancellation)
    {
        if (lambda is not null)
        {
            return new[] { FilterScope.Of(engine, lambda, cancellation) };
        }

        // Of a type that is a filter its objects are added, else the method itself.
        var isFilter = function.IsOverride || Implements(function);
        ISymbol named = isFilter ? function.ContainingType : function;
        var sites = engine.Index.Mentioning(Words.Hash(named.Name)).Distinct().SelectMany(member => Mentions(member, named, cancellation)).ToList();
        // A method that is only called is a helper; what it does, those who call it do.
        return sites.Count == 0 && isFilter ? new[] { FilterScope.Everywhere } : sites.Select(site => FilterScope.Of(engine, site, cancellation));
    }

    private IEnumerable<SyntaxNode> Mentions(IndexedMember member, ISymbol named, CancellationToken cancellation) =>
        from name in member.Tree.GetRoot(cancellation).FindNode(member.Member.Span).DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == named.Name && !(named is IMethodSymbol && name.Parent is InvocationExpressionSyntax)
        where SymbolEqualityComparer.Default.Equals(Meaning(name, cancellation)?.OriginalDefinition, named.OriginalDefinition)
        select name;

    private ISymbol? Meaning(SimpleNameSyntax name, CancellationToken cancellation)
    {
        var info = engine.Bodies.Model(name.SyntaxTree)?.GetSymbolInfo(name, cancellation);
        var symbol = info?.Symbol ?? info?.CandidateSymbols.FirstOrDefault();
        return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : symbol;
    }
}
