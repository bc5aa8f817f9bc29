using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// What the active models files say about symbols. One instance serves all compilations with the same files, so that what was
/// found out about a library's symbols survives an edit. Safe for use by many threads.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly ConditionalWeakTable<ISymbol, Answer> _members = new();
    private readonly ConditionalWeakTable<ITypeSymbol, StrongBox<ImmutableArray<RoleEntry>>> _types = new();
    private readonly MovedMembers _moved = new();
    private readonly EntryTable _table;
    private readonly Lazy<ImmutableHashSet<string>> _isolating;
    private readonly ImmutableArray<ModelsFile> _userFiles;

    internal KnowledgeBase(ImmutableArray<ModelsFile> embedded, ImmutableArray<ModelsFile> stated, ImmutableArray<ModelsFile> userFiles)
    {
        _table = new EntryTable(embedded.AddRange(stated), userFiles);
        _userFiles = userFiles;
        _isolating = new Lazy<ImmutableHashSet<string>>(() => Entries(entry => entry.Role == Role.Sandbox)
            .Select(entry => entry.Symbol.Type.Substring(0, Math.Max(0, entry.Symbol.Type.LastIndexOf('.')))).ToImmutableHashSet());
        HasModelLibrary = embedded.Concat(userFiles).Any(file => !file.Libraries.IsEmpty)
            || userFiles.Concat(stated).Any(file => file.Roles.Any(entry => entry.Role is Role.ModelCall or Role.ToolDefinition or Role.ToolArguments));
    }

    /// <summary>A model library is referenced, or a user's file names a model call or a tool.</summary>
    public bool HasModelLibrary { get; }

    /// <summary>The knowledge that applies where these assemblies are referenced.</summary>
    /// <param name="referencedAssemblyNames">The assemblies.</param>
    /// <param name="userFiles">The user's files; may be default.</param>
    /// <param name="stated">What other projects, or annotations, say about their members, which a user's files may override; may be default.</param>
    public static KnowledgeBase For(IEnumerable<string> referencedAssemblyNames, ImmutableArray<ModelsFile> userFiles, ImmutableArray<ModelsFile> stated = default) =>
        KnowledgeCache.Get(
            referencedAssemblyNames, userFiles.IsDefault ? ImmutableArray<ModelsFile>.Empty : userFiles, stated.IsDefault ? ImmutableArray<ModelsFile>.Empty : stated);

    /// <summary>The cheap gate: whether an assembly that an embedded file calls a <c>library</c> is referenced.</summary>
    public static bool MentionsModelLibrary(IEnumerable<string> referencedAssemblyNames) =>
        referencedAssemblyNames.Any(EmbeddedModels.Libraries.Contains);

    /// <summary>Roles of a method, constructor, property, field or event; of a type as <see cref="TypeRolesOf"/>.</summary>
    public ImmutableArray<RoleEntry> RolesOf(ISymbol symbol) =>
        symbol is ITypeSymbol type ? TypeRolesOf(type) : AnswerFor(symbol)?.Roles ?? ImmutableArray<RoleEntry>.Empty;

    /// <summary>How data moves through a member; empty where nothing is known.</summary>
    public ImmutableArray<FlowEntry> FlowsOf(ISymbol symbol) => AnswerFor(symbol)?.Flows ?? ImmutableArray<FlowEntry>.Empty;

    /// <summary>Roles of a type, of its base types, of its interfaces, and of a type parameter's constraints.</summary>
    public ImmutableArray<RoleEntry> TypeRolesOf(ITypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!_table.HasTypes || type is not (INamedTypeSymbol or ITypeParameterSymbol) || type.TypeKind is TypeKind.Error)
        {
            return ImmutableArray<RoleEntry>.Empty;
        }

        return _types.TryGetValue(type, out var known) ? known.Value : Remember(type);
    }

    /// <summary>The entries that apply and fit.</summary>
    public IEnumerable<RoleEntry> Entries(Func<RoleEntry, bool> which) => _table.All.Where(which);

    /// <summary>True for a type of a library that can isolate what it runs.</summary>
    public bool CanBeIsolated(ITypeSymbol type) => _isolating.Value.Count > 0 && type.ContainingNamespace is { } space && _isolating.Value.Contains(space.ToDisplayString());

    /// <summary>True for what a user, an annotation or another project says: nothing in the engine knows the member besides.</summary>
    public static bool IsStated(RoleEntry entry) => !EmbeddedModels.Names.Contains(entry.Origin.File);

    /// <summary>True if an embedded file says what this assembly's members mean.</summary>
    public static bool IsModelled(string assemblyName) => EmbeddedModels.Libraries.Contains(assemblyName);

    /// <summary>
    /// The simple names by which source text mentions members and types with these roles: what an index of a tree's identifiers
    /// is searched for. An attribute is named with and without its suffix.
    /// </summary>
    public ImmutableHashSet<string> NamesOf(Func<Role, bool> roles)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var entry in _table.All)
        {
            if (roles(entry.Role))
            {
                names.UnionWith(MentionedNames.Of(entry.Symbol));
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Entries of the user's files whose symbol does not exist although its library is there.</summary>
    public ImmutableArray<UnresolvedEntry> Unresolved(Compilation compilation, CancellationToken cancellation = default) =>
        UnresolvedEntries.Find(_userFiles, compilation, cancellation);

    private Answer? AnswerFor(ISymbol symbol)
    {
        var key = Normalise(symbol);
        if (key is null || !_table.TryMembers(SymbolNames.LastPart(SymbolNames.OfMember(key)), out var byType))
        {
            return null;
        }

        return _members.TryGetValue(key, out var known) ? known : Remember(key, byType);
    }

    /// <summary>Apart from the look-up above, which is the hot path and must not allocate a closure.</summary>
    private Answer Remember(ISymbol key, Dictionary<string, MemberEntries> byType) =>
        _members.GetValue(key, member => Answer.For(member, byType, _moved));

    /// <summary>The declaration that entries are written for.</summary>
    private static ISymbol? Normalise(ISymbol symbol)
    {
        switch (symbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.StaticConstructor }:
                return null;
            case IMethodSymbol method:
                method = method.ReducedFrom ?? method;
                return method.AssociatedSymbol is IPropertySymbol or IEventSymbol
                    ? method.AssociatedSymbol.OriginalDefinition
                    : (ExtensionBlocks.ImplementationOf(method) ?? method).OriginalDefinition;
            case IPropertySymbol or IFieldSymbol or IEventSymbol:
                return symbol.OriginalDefinition;
            default:
                return null;
        }
    }

    private ImmutableArray<RoleEntry> Remember(ITypeSymbol type) =>
        _types.GetValue(type, key => new StrongBox<ImmutableArray<RoleEntry>>(CollectTypeRoles(key))).Value;

    private ImmutableArray<RoleEntry> CollectTypeRoles(ITypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<RoleEntry>();
        void Add(ITypeSymbol named)
        {
            if (_table.TryType(SymbolNames.OfType(named), out var entries))
            {
                found.AddRange(entries.Where(entry => !found.Contains(entry)));
            }
        }

        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes.Where(constraint => constraint is INamedTypeSymbol))
            {
                found.AddRange(TypeRolesOf(constraint));
            }

            return found.ToImmutable();
        }

        for (var above = type; above is not null; above = above.BaseType)
        {
            Add(above);
        }

        foreach (var face in type.AllInterfaces)
        {
            Add(face);
        }

        return found.ToImmutable();
    }

    private sealed record Answer(ImmutableArray<RoleEntry> Roles, ImmutableArray<FlowEntry> Flows)
    {
        public static Answer For(ISymbol member, Dictionary<string, MemberEntries> byType, MovedMembers moved)
        {
            var roles = ImmutableArray.CreateBuilder<RoleEntry>();
            var flows = ImmutableArray.CreateBuilder<FlowEntry>();
            foreach (var match in SymbolMatcher.Find(member, byType, moved))
            {
                roles.AddRange(match.Entries.Roles.Where(entry => !roles.Contains(entry) && SymbolMatcher.Accepts(entry.Symbol, match)));
                flows.AddRange(match.Entries.Flows.Where(entry => !flows.Contains(entry) && SymbolMatcher.Accepts(entry.Symbol, match)));
            }

            return new Answer(roles.ToImmutable(), flows.ToImmutable());
        }
    }
}
