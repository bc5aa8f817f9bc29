using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>A member that may run from a place in another one.</summary>
internal readonly record struct Descent(ISymbol Member, SourceSpan At);

/// <summary>One member by itself: the effects in its body and the members it may go down to, in the order of the source.</summary>
internal sealed record MemberEffects(ImmutableArray<OwnEffect> Effects, ImmutableArray<Descent> Below)
{
    private static readonly MemberEffects None = new(ImmutableArray<OwnEffect>.Empty, ImmutableArray<Descent>.Empty);

    /// <summary>Reads a member. Only bodies that by names may lead to an effect are opened; what a constructor runs besides its body is known without.</summary>
    public static MemberEffects Of(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        var read = engine.Members.MayReachEffect(member) || IsNestedFunction(member) || HandsOn(member) ? Of(engine, member, Operations(engine, member, cancellation), cancellation) : None;
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor
            ? read with { Below = Besides(engine, constructor, cancellation).Concat(read.Below).ToImmutableArray() }
            : read;
    }

    /// <summary>Reads operations; lambdas and local functions among them count as their own.</summary>
    public static MemberEffects Of(Engine engine, ISymbol member, ImmutableArray<IOperation> body, CancellationToken cancellation)
    {
        var effects = ImmutableArray.CreateBuilder<OwnEffect>();
        var below = ImmutableArray.CreateBuilder<Descent>();
        var own = new OwnEffects(engine.Knowledge, body);
        foreach (var operation in body.SelectMany(root => root.DescendantsAndSelf()))
        {
            cancellation.ThrowIfCancellationRequested();
            effects.AddRange(own.Of(operation));
            foreach (var call in BodyCalls.Of(operation))
            {
                below.AddRange(Runs(engine, call, member, cancellation).Where(callee => !IsWithin(body, callee))
                    .Select(callee => new Descent(callee, SourceSpan.Of(operation.Syntax))));
            }
        }

        return effects.Count + below.Count == 0 ? None : new MemberEffects(effects.ToImmutable(), below.ToImmutable());
    }

    /// <summary>The members of this compilation that a call may run.</summary>
    private static IEnumerable<ISymbol> Runs(Engine engine, BodyCall call, ISymbol caller, CancellationToken cancellation) => call.Callee.OriginalDefinition switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => IsOurs(constructor.ContainingType) ? new[] { constructor } : Enumerable.Empty<ISymbol>(),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => new[] { local },
        IMethodSymbol method when call.IsExact => engine.Members.HasBody(method) ? new[] { method } : Enumerable.Empty<ISymbol>(),
        IMethodSymbol method => engine.Dispatch.Evident(method, call.Receiver, caller, cancellation) ?? engine.Members.Implementations(method, cancellation),
        var state => IsInitialized(state) ? new[] { state } : Enumerable.Empty<ISymbol>(),
    };

    private static bool IsOurs(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>A field or property that something is assigned to where it is declared.</summary>
    private static bool IsInitialized(ISymbol member) => member is IFieldSymbol { IsConst: false } or IPropertySymbol && member.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null });

    /// <summary>A local function in what is read already.</summary>
    private static bool IsWithin(ImmutableArray<IOperation> body, ISymbol member) => IsNestedFunction(member)
        && member.DeclaringSyntaxReferences.Any(reference => body.Any(root => root.Syntax.SyntaxTree == reference.SyntaxTree && root.Syntax.Span.Contains(reference.Span)));

    private static bool IsNestedFunction(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    /// <summary>A local function is read where it is called from elsewhere than the member that owns it, as from a lambda that is looked at alone.</summary>
    private static ImmutableArray<IOperation> Operations(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        if (!IsNestedFunction(member) && !IsPrimary(member))
        {
            return engine.Bodies.Operations(member, cancellation).ToImmutableArray();
        }

        return member.DeclaringSyntaxReferences.Select(reference => engine.Bodies.Model(reference.SyntaxTree)?.GetOperation(reference.GetSyntax(cancellation), cancellation))
            .OfType<IOperation>().ToImmutableArray();
    }

    private static bool IsPrimary(ISymbol member) => Declaration(member) is TypeDeclarationSyntax;

    /// <summary>A constructor that runs another one, which it does not name.</summary>
    private static bool HandsOn(ISymbol member) =>
        Declaration(member) is ConstructorDeclarationSyntax { Initializer: not null } or TypeDeclarationSyntax { BaseList: not null };

    private static SyntaxNode? Declaration(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { IsEmpty: false } references }
        ? references[0].GetSyntax() : null;

    /// <summary>The initializers of its kind, unless it calls another constructor of the type, and a base constructor that is not named.</summary>
    private static IEnumerable<Descent> Besides(Engine engine, IMethodSymbol constructor, CancellationToken cancellation)
    {
        var syntax = Declaration(constructor) as ConstructorDeclarationSyntax;
        if (syntax?.Initializer is { } initializer && initializer.ThisOrBaseKeyword.ValueText == "this")
        {
            yield break;
        }

        var initialized = constructor.ContainingType.GetMembers().Where(member => member.IsStatic == constructor.IsStatic && IsInitialized(member))
            .Select(member => new Descent(member, At(member)))
            .OrderBy(descent => descent.At.Path, StringComparer.Ordinal).ThenBy(descent => descent.At.Start);
        foreach (var member in initialized)
        {
            yield return member;
        }

        if (!constructor.IsStatic && syntax?.Initializer is null && constructor.ContainingType.BaseType?.OriginalDefinition is { } above && IsOurs(above)
            && above.InstanceConstructors.FirstOrDefault(each => each.Parameters.All(parameter => parameter.IsOptional)) is { } implied)
        {
            yield return new Descent(implied, At(constructor));
        }
    }

    private static SourceSpan At(ISymbol symbol)
    {
        var reference = symbol.DeclaringSyntaxReferences.FirstOrDefault() ?? symbol.ContainingType.DeclaringSyntaxReferences[0];
        return SourceSpan.Of(reference.SyntaxTree, reference.Span);
    }
}
