using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>
/// What the containers of this program were told, found by the index in the members that name a registration; read when the first injected receiver
/// is asked about.
/// </summary>
internal sealed class Registrations(Engine engine)
{
    private Found? _found;

    /// <param name="All">The registrations that could be read.</param>
    /// <param name="IsOpen">True if there are others, which may be about anything.</param>
    private sealed record Found(ImmutableArray<Registration> All, bool IsOpen);

    /// <summary>The registrations of a service under a key; null where not all of them are in sight.</summary>
    public ImmutableArray<Registration>? Of(ITypeSymbol service, string? key, CancellationToken cancellation)
    {
        var found = _found ??= Find(cancellation);
        if (found.IsOpen || service is not INamedTypeSymbol named)
        {
            return null;
        }

        var all = found.All.Where(registration => registration.Key == key).ToList();
        var own = all.Where(registration => SymbolEqualityComparer.Default.Equals(registration.Service, named)).ToImmutableArray();
        return !own.IsEmpty || !named.IsGenericType ? own
            : all.Where(registration => SymbolEqualityComparer.Default.Equals(registration.Service, named.OriginalDefinition)).ToImmutableArray();
    }

    private Found Find(CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<Registration>();
        var isOpen = false;
        var registering = Container.Words.SelectMany(word => engine.Index.Mentioning(Words.Hash(word))).Distinct();
        foreach (var member in registering.SelectMany(member => engine.Members.Symbols(member, cancellation)))
        {
            foreach (var operation in engine.Bodies.Operations(member, cancellation).SelectMany(body => body.DescendantsAndSelf()))
            {
                cancellation.ThrowIfCancellationRequested();
                var (method, arguments) = operation switch
                {
                    IInvocationOperation call => (call.TargetMethod, call.Arguments),
                    IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                    _ => (null, ImmutableArray<IArgumentOperation>.Empty),
                };
                if (method is not null && Container.IsRegistration(method))
                {
                    var registration = RegistrationReader.Read(method, arguments, member);
                    isOpen |= registration is null && !IsEmpty(method);
                    all.AddRange(registration is null ? Array.Empty<Registration>() : new[] { registration });
                }

                isOpen |= method is not null && Container.IsOpening(method);
            }
        }

        return new Found(all.ToImmutable(), isOpen);
    }

    /// <summary><c>AddHttpClient()</c> registers no type of the program.</summary>
    private static bool IsEmpty(IMethodSymbol method) => method.Name == "AddHttpClient" && method.TypeArguments.IsEmpty;
}
