using System.Collections.Concurrent;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Answers "who implements", "who writes" and "which symbol stands here" by the index, binding only the members it names.</summary>
internal sealed class MemberFinder(Engine engine)
{
    /// <summary>Implementations that a virtual or interface call is joined over.</summary>
    public const int MaxTargets = 8;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    /// <summary>The symbols declared by a member of the index: several for a field list or a property with accessors.</summary>
    public IEnumerable<ISymbol> Symbols(IndexedMember member, CancellationToken cancellation)
    {
        var root = member.Tree.GetRoot(cancellation);
        if (engine.Bodies.Model(member.Tree) is not { } model)
        {
            return Array.Empty<ISymbol>();
        }

        var node = root.FindNode(member.Member.Span);
        if (node is GlobalStatementSyntax || node is CompilationUnitSyntax
            || (member.Member.Type < 0 && node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax or null))
        {
            return model.GetDeclaredSymbol((CompilationUnitSyntax)root, cancellation) is { } main ? new[] { main } : Array.Empty<ISymbol>();
        }

        return Declared(node.FirstAncestorOrSelf<MemberDeclarationSyntax>(), model, cancellation);
    }

    private static IEnumerable<ISymbol> Declared(MemberDeclarationSyntax? declaration, SemanticModel model, CancellationToken cancellation)
    {
        switch (declaration)
        {
            case BaseFieldDeclarationSyntax fields:
                return fields.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable, cancellation)).OfType<IFieldSymbol>();
            case BasePropertyDeclarationSyntax property:
                var symbol = model.GetDeclaredSymbol(property, cancellation);
                var accessors = symbol is IEventSymbol { } raised ? new ISymbol?[] { raised.AddMethod, raised.RemoveMethod }
                    : symbol is IPropertySymbol { } declared
                    ? new ISymbol?[] { declared.GetMethod, declared.SetMethod, property is PropertyDeclarationSyntax { Initializer: not null } ? declared : null }
                    : new ISymbol?[] { };
                return accessors.OfType<ISymbol>().Where(accessor => !accessor.IsAbstract);
            case not null:
                return model.GetDeclaredSymbol(declaration, cancellation) is { } member ? new[] { member } : Array.Empty<ISymbol>();
            default:
                return Array.Empty<ISymbol>();
        }
    }

    /// <summary>True if the method, or one that it may stand for, may bring in a model's words.</summary>
    public bool MaySeeModel(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Meetings(cancellation).Speaks, cancellation);

    /// <summary>True if, by names, the method, or one that it may stand for, may make tools of methods.</summary>
    public bool MayMakeTools(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Index.MayMakeTools, cancellation);

    /// <summary>True if, by names, the member asks a person or anybody else for leave.</summary>
    public bool AsksLeave(ISymbol member) => IsDeclaredBy(member, declared => declared.Member.AsksLeave || engine.Index.MayAsk(declared));

    /// <summary>True if, by names, a model's words may come in through a library in the member itself.</summary>
    public bool IsSource(ISymbol member) => IsDeclaredBy(member, engine.Index.IsSource);

    /// <summary>True if the member itself may hand tools to a model.</summary>
    public bool MayGrant(ISymbol member) => IsDeclaredBy(member, engine.Index.MayGrant);

    /// <summary>True if the method, or one that it may stand for, asks a model.</summary>
    public bool AsksModel(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Askers(cancellation).Asks, cancellation);

    /// <summary>True if this very member asks a model again and again.</summary>
    public bool GoesRound(ISymbol member, CancellationToken cancellation) =>
        IsDeclaredBy(member is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : member, engine.Askers(cancellation).GoesRound);

    /// <summary>True if a model's words are at hand in the method, or in one that it may stand for: it may judge by them.</summary>
    public bool MayHear(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Meetings(cancellation).Hears, cancellation);

    /// <summary>True if, by names, the method, or one that it may stand for, may act.</summary>
    public bool MayAct(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Index.MayAct, cancellation);

    /// <summary>True if, by names, this very member may have an effect of any kind, itself or through what it calls.</summary>
    public bool MayReachEffect(ISymbol member) =>
        IsDeclaredBy(member is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : member, engine.Index.MayReachEffect);

    /// <summary>True if, by names, the method, or one that it may stand for, may ask a person.</summary>
    public bool MayAsk(IMethodSymbol method, CancellationToken cancellation) => Any(method, engine.Index.MayAsk, cancellation);

    /// <summary>True if the method, or one that it may stand for, has one of these words in it.</summary>
    public bool Mentions(IMethodSymbol method, ImmutableArray<uint> words, CancellationToken cancellation) => Any(method, member => words.Any(member.Member.Mentions), cancellation);

    /// <summary>True if the method, or one that it may stand for, has a word for throwing in it: it may be a check.</summary>
    public bool MayThrow(IMethodSymbol method, CancellationToken cancellation) => Any(method, member => member.Member.Mentions(Throw), cancellation);

    /// <summary>True if, by names, the method, or one that it may stand for, assigns or adds to something.</summary>
    public bool MayAssign(IMethodSymbol method, CancellationToken cancellation) => Any(method, member => !member.Member.Writes.IsEmpty, cancellation);

    private static readonly uint Throw = Words.Hash("throw");

    private bool Any(IMethodSymbol method, Func<IndexedMember, bool> test, CancellationToken cancellation)
    {
        foreach (var target in Implementations(method, cancellation))
        {
            if (IsDeclaredBy(target, test))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDeclaredBy(ISymbol symbol, Func<IndexedMember, bool> test)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (engine.Index.At(reference) is { } member && test(member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if a model's words come into being in this very member, or if a model calls it.</summary>
    public bool HasSource(ISymbol member, CancellationToken cancellation) =>
        (member is IMethodSymbol method && engine.Tools.IsKnownTool(method, cancellation))
        || IsDeclaredBy(member, declared => engine.Index.IsSource(declared) && engine.Sketches.Of(declared, cancellation).HasSource);

    /// <summary>True if a model's words are at hand in this very member.</summary>
    public bool Hears(ISymbol member, CancellationToken cancellation)
    {
        var declared = member is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : member;
        return IsDeclaredBy(declared, engine.Meetings(cancellation).Hears);
    }

    /// <summary>
    /// The members that may call this one with something a model said: on the ways to acts, or anywhere, as far as names tell. A look at the whole program
    /// would cost more than all the rest.
    /// </summary>
    public IEnumerable<ISymbol> CallersThatSeeModel(ISymbol method, bool anywhere, CancellationToken cancellation) =>
        engine.Index.Mentioning(Words.Hash(method.Name))
            .Where(member => engine.Meetings(cancellation).Hears(member) || (anywhere && (engine.Index.IsSource(member) || engine.Askers(cancellation).Asks(member))))
            .SelectMany(member => Symbols(member, cancellation))
            .Where(symbol => symbol is IMethodSymbol && !SymbolEqualityComparer.Default.Equals(symbol, method));

    /// <summary>
    /// The bodies a call may reach: the method's own, or those of its implementations in this compilation. Empty where none is in
    /// sight or there are more than <see cref="MaxTargets"/>.
    /// </summary>
    public ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method, CancellationToken cancellation) =>
        Implementations(method, cancellation) is { Length: <= MaxTargets } targets ? targets : ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>The same without that limit, for those who only ask what may happen: as far as types are looked for at all.</summary>
    public ImmutableArray<IMethodSymbol> Implementations(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
        {
            return HasBody(method) ? ImmutableArray.Create(method) : ImmutableArray<IMethodSymbol>.Empty;
        }

        if (_targets.TryGetValue(method, out var known))
        {
            return known;
        }

        var targets = Find(method, cancellation);
        return _targets.GetOrAdd(method, targets);
    }

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellation)
    {
        var targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (HasBody(method))
        {
            targets.Add(method);
        }

        foreach (var type in Derived(method.ContainingType, cancellation))
        {
            var implementations = method.ContainingType.TypeKind == TypeKind.Interface
                ? Implementing(type, method)
                : type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(candidate => Overrides(candidate, method));
            foreach (var implementation in implementations.Where(HasBody).Where(each => !targets.Contains(each.OriginalDefinition, SymbolEqualityComparer.Default)))
            {
                targets.Add(implementation.OriginalDefinition);
            }
        }

        return targets.ToImmutable();
    }

    /// <summary>What runs for an object of this very type, as far as its body is in sight.</summary>
    public IEnumerable<IMethodSymbol> ImplementationIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        return (method.ContainingType.TypeKind == TypeKind.Interface ? Implementing(type, method) : Overriding(type, method))
            .Where(HasBody).Select(each => each.OriginalDefinition);
    }

    /// <summary>One for each way in which the type implements a generic interface.</summary>
    private static IEnumerable<IMethodSymbol> Implementing(INamedTypeSymbol type, IMethodSymbol method) =>
        from constructed in type.AllInterfaces
        where SymbolEqualityComparer.Default.Equals(constructed.OriginalDefinition, method.ContainingType)
        from member in constructed.GetMembers(method.Name).OfType<IMethodSymbol>()
        where SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)
        let implementation = type.FindImplementationForInterfaceMember(member) as IMethodSymbol
        where implementation is not null
        select implementation;

    /// <summary>The nearest override at or above the type, else the method itself.</summary>
    private static IEnumerable<IMethodSymbol> Overriding(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => Overrides(candidate, method)) is { } nearest)
            {
                return new[] { nearest };
            }
        }

        return new[] { method };
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var at = candidate.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, method))
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<INamedTypeSymbol> Derived(INamedTypeSymbol type, CancellationToken cancellation) =>
        _derived.TryGetValue(type, out var known) ? known : _derived.GetOrAdd(type, FindDerived(type, cancellation));

    private ImmutableArray<INamedTypeSymbol> FindDerived(INamedTypeSymbol root, CancellationToken cancellation)
    {
        var found = new Dictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);
        var open = new Queue<string>();
        open.Enqueue(root.Name);
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Name };
        while (open.Count > 0 && found.Count <= 4 * MaxTargets)
        {
            foreach (var (tree, declared) in engine.Index.Inheriting(Words.Hash(open.Dequeue())))
            {
                if (engine.Bodies.Model(tree) is not { } model
                    || tree.GetRoot(cancellation).FindNode(declared.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } syntax
                    || model.GetDeclaredSymbol(syntax, cancellation) is not INamedTypeSymbol type || found.ContainsKey(type))
                {
                    continue;
                }

                if (Inherits(type, root))
                {
                    found.Add(type, found.Count);
                    if (seen.Add(type.Name))
                    {
                        open.Enqueue(type.Name);
                    }
                }
            }
        }

        return found.Keys.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToImmutableArray();
    }

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        if (root.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, root));
        }

        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, root))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a method of this compilation whose body can be read.</summary>
    public bool HasBody(IMethodSymbol method) => _hasBody.GetOrAdd(method.OriginalDefinition, FindBody);

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _hasBody = new(SymbolEqualityComparer.Default);

    private bool FindBody(IMethodSymbol method)
    {
        var symbol = method.PartialImplementationPart ?? method;
        return !symbol.IsAbstract && !symbol.IsExtern && symbol.DeclaringSyntaxReferences.Any(reference =>
            engine.Compilation.ContainsSyntaxTree(reference.SyntaxTree)
            && Flow.Bodies.Body(reference.GetSyntax(), symbol) is not null);
    }
}
