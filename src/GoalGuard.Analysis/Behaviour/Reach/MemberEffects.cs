using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>A member that may run from a place in another one.</summary>
internal readonly record struct Descent(ISymbol Member, SourceSpan At);

/// <summary>One member by itself: the effects in its body and the members it may go down to, in the order of the source.</summary>
internal sealed record MemberEffects(ImmutableArray<OwnEffect> Effects, ImmutableArray<Descent> Below)
{
    private static readonly MemberEffects None = new(ImmutableArray<OwnEffect>.Empty, ImmutableArray<Descent>.Empty);

    /// <summary>
    /// Reads a member. Only bodies that by names may lead to an effect are opened, and constructors that hand on; what a constructor runs besides
    /// its body is known without.
    /// </summary>
    public static MemberEffects Of(Engine engine, ISymbol member, CancellationToken cancellation)
    {
        var read = engine.Members.MayReachEffect(member) || IsLocalFunction(member) || ConstructorRuns.HandsOn(member)
            ? Of(engine, member, Operations(engine, member, cancellation), cancellation)
            : None;
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor
            ? read with { Below = ConstructorRuns.Of(constructor).Concat(read.Below).ToImmutableArray() }
            : read;
    }

    /// <summary>Reads operations that stand in a member; lambdas and local functions among them count as their own.</summary>
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
                var callees = Runs(engine, call, member, cancellation).Where(callee => !IsWithin(body, callee));
                below.AddRange(callees.Select(callee => new Descent(callee, SourceSpan.Of(operation.Syntax))));
            }
        }

        return effects.Count + below.Count == 0 ? None : new MemberEffects(effects.ToImmutable(), below.ToImmutable());
    }

    /// <summary>The members of this compilation that a call may run.</summary>
    private static IEnumerable<ISymbol> Runs(Engine engine, BodyCall call, ISymbol caller, CancellationToken cancellation) =>
        call.Callee.OriginalDefinition switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor =>
                OneIf(constructor, !constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty),
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => OneIf(local, true),
            IMethodSymbol method when call.IsExact => OneIf(method, engine.Members.HasBody(method)),
            IMethodSymbol method => engine.Dispatch.Evident(method, call.Receiver, caller, cancellation)
                ?? engine.Members.Implementations(method, cancellation),
            var state => OneIf(state, ConstructorRuns.IsInitialized(state)),
        };

    private static IEnumerable<ISymbol> OneIf(ISymbol symbol, bool condition) => condition ? new[] { symbol } : Enumerable.Empty<ISymbol>();

    private static bool IsLocalFunction(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    /// <summary>A local function in what is read already.</summary>
    private static bool IsWithin(ImmutableArray<IOperation> body, ISymbol member) =>
        IsLocalFunction(member) && member.DeclaringSyntaxReferences.Any(reference =>
            body.Any(root => root.Syntax.SyntaxTree == reference.SyntaxTree && root.Syntax.Span.Contains(reference.Span)));

    /// <summary>
    /// The body of a member. A local function is read alone where it is called from elsewhere than the member that owns it, as from a lambda that
    /// is looked at alone; the operation of a primary constructor is that of its type's declaration.
    /// </summary>
    private static ImmutableArray<IOperation> Operations(Engine engine, ISymbol member, CancellationToken cancellation) =>
        (IsLocalFunction(member) || ConstructorRuns.IsPrimary(member)
            ? member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
                .Select(syntax => engine.Bodies.Model(syntax.SyntaxTree)?.GetOperation(syntax, cancellation)).OfType<IOperation>()
            : engine.Bodies.Operations(member, cancellation)).ToImmutableArray();
}
