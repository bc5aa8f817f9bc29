using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>
/// Which types the object behind an expression has, where the program makes that evident: what is created, what constructors are given by hand or
/// by a container, and the fields that keep it. Looks backwards, each symbol once; answers nothing as soon as one way back is out of sight.
/// </summary>
internal sealed class ConcreteTypes(Engine engine)
{
    /// <summary>Expressions that are looked at for one answer.</summary>
    private const int MaxSteps = 64;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _ofState = new(SymbolEqualityComparer.Default);
    private readonly Registrations _registrations = new(engine);

    /// <summary>The types, in the order of their names; empty where they are not evident.</summary>
    /// <param name="receiver">The expression.</param>
    /// <param name="member">The member that it stands in.</param>
    /// <param name="cancellation">Stops it.</param>
    public ImmutableArray<INamedTypeSymbol> Of(IOperation receiver, ISymbol member, CancellationToken cancellation)
    {
        var state = receiver switch
        {
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
            _ => (ISymbol?)null,
        };
        return state is null ? new Search(engine, _registrations, cancellation).From(receiver, member)
            : _ofState.TryGetValue(state, out var known) ? known
            : _ofState.GetOrAdd(state, new Search(engine, _registrations, cancellation).From(receiver, member));
    }

    private sealed class Search(Engine engine, Registrations registrations, CancellationToken cancellation)
    {
        private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> _met = new(SymbolEqualityComparer.Default);
        private readonly HashSet<Registration> _made = new();
        private readonly Stack<(IOperation Value, ISymbol Member)> _open = new();
        private bool _isEvident = true;

        public ImmutableArray<INamedTypeSymbol> From(IOperation receiver, ISymbol member)
        {
            _open.Push((receiver, member));
            for (var steps = 0; _open.Count > 0 && _isEvident; steps++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (value, at) = _open.Pop();
                _isEvident = steps < MaxSteps;
                Look(value, at);
            }

            return _isEvident
                ? _types.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToImmutableArray()
                : ImmutableArray<INamedTypeSymbol>.Empty;
        }

        private void Look(IOperation value, ISymbol member)
        {
            switch (value)
            {
                case { ConstantValue: { HasValue: true, Value: null } } or IThrowOperation:
                    break;
                case IObjectCreationOperation { Type: INamedTypeSymbol type }:
                    _types.Add(type);
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    _open.Push((conversion.Operand, member));
                    break;
                case ICoalesceOperation choice:
                    Open(member, choice.Value, choice.WhenNull);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    Open(member, choice.WhenTrue, otherwise);
                    break;
                case IConditionalAccessInstanceOperation instance:
                    Open(member, Accessed(instance));
                    break;
                case ILocalReferenceOperation { Local: { } local }:
                    Local(local, member);
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter }:
                    Parameter(parameter.OriginalDefinition);
                    break;
                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } held:
                    State(held.Member.OriginalDefinition);
                    break;
                case IInvocationOperation call when Container.Asked(call) is { } asked:
                    Service(asked.Service, asked.Key);
                    break;
                default:
                    _isEvident = false;
                    break;
            }
        }

        private void Open(ISymbol member, params IOperation?[] values)
        {
            _isEvident &= !values.Contains(null);
            foreach (var value in values.OfType<IOperation>())
            {
                _open.Push((value, member));
            }
        }

        private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
        {
            for (IOperation at = instance; at.Parent is { } parent; at = parent)
            {
                if (parent is IConditionalAccessOperation access && at == access.WhenNotNull)
                {
                    return access.Operation;
                }
            }

            return null;
        }

        private void Local(ILocalSymbol local, ISymbol member)
        {
            if (_met.Add(local))
            {
                var values = engine.Bodies.Operations(member, cancellation).SelectMany(body => Definitions.In(body, local)).ToList();
                _isEvident &= values.Count > 0;
                values.ForEach(value => _open.Push((value, member)));
            }
        }

        /// <summary>What a constructor is given: by hand, by a container, or by both.</summary>
        private void Parameter(IParameterSymbol parameter)
        {
            if (!_met.Add(parameter))
            {
                return;
            }

            var isMarked = Container.IsMarked(parameter, out var key);
            if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type })
            {
                _isEvident &= isMarked;
                Service(parameter.Type, key);
                return;
            }

            var isGiven = Given(parameter, type);
            Assigned(parameter);
            var registered = registrations.Of(parameter.Type, key, cancellation);
            if (!isGiven || registered is { IsEmpty: false })
            {
                Service(parameter.Type, key);
            }
            else
            {
                // Whoever else makes the object may be out of sight, or use a container that is.
                _isEvident &= registered is not null && IsInternal(type);
            }
        }

        /// <summary>What creations in this program pass; true if there are any.</summary>
        private bool Given(IParameterSymbol parameter, INamedTypeSymbol type)
        {
            var arguments = Creations.Of(engine, type, cancellation)
                .SelectMany(creation => creation.Arguments, (creation, argument) => (Argument: argument, creation.Member))
                .Where(given => given.Argument.ArgumentKind == ArgumentKind.Explicit)
                .Where(given => SymbolEqualityComparer.Default.Equals(given.Argument.Parameter?.OriginalDefinition, parameter)).ToList();
            arguments.ForEach(given => _open.Push((given.Argument.Value, given.Member)));
            return arguments.Count > 0;
        }

        /// <summary>True if nothing but this program makes objects of the type.</summary>
        private bool IsInternal(INamedTypeSymbol type)
        {
            for (var at = type; at is not null; at = at.ContainingType)
            {
                if (at.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
                {
                    return true;
                }
            }

            return engine.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        }

        /// <summary>One type for the service, however often it is registered; a class that nobody registers stands for itself.</summary>
        private void Service(ITypeSymbol service, string? key)
        {
            var registered = registrations.Of(service, key, cancellation);
            var made = registered?.Where(registration => registration.Implementation is null).ToList();
            if (registered is null || made!.Count > 1 || (made.Count == 1 && registered.Value.Length > 1))
            {
                _isEvident = false;
            }
            else if (made.Count == 1)
            {
                _isEvident &= !made[0].Made.IsEmpty;
                Open(made[0].Member, _made.Add(made[0]) ? made[0].Made.ToArray() : Array.Empty<IOperation>());
            }
            else
            {
                var types = new HashSet<INamedTypeSymbol>(registered.Value.Select(registration => registration.Implementation!), SymbolEqualityComparer.Default);
                var type = types.Count == 1 ? types.First() : types.Count == 0 && key is null ? service as INamedTypeSymbol : null;
                _isEvident &= type is { TypeKind: TypeKind.Class, IsAbstract: false };
                _types.UnionWith(_isEvident ? new[] { type! } : Array.Empty<INamedTypeSymbol>());
            }
        }

        /// <summary>State that only its own type assigns.</summary>
        private void State(ISymbol state)
        {
            if (!_met.Add(state))
            {
                return;
            }

            _isEvident &= !state.DeclaringSyntaxReferences.IsEmpty && IsOwn(state) && Assigned(state) > 0;
        }

        private bool IsOwn(ISymbol state) => state switch
        {
            IFieldSymbol field => field.IsReadOnly || IsPrivate(field),
            IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false, GetMethod: { } getter } property =>
                !engine.Members.HasBody(getter) && (property.SetMethod is null || IsPrivate(property.SetMethod)),
            _ => false,
        };

        /// <summary>Nested types may assign what is private, too.</summary>
        private static bool IsPrivate(ISymbol member) =>
            member.DeclaredAccessibility == Accessibility.Private && member.ContainingType.GetTypeMembers().IsEmpty;

        private int Assigned(ISymbol state)
        {
            var values = AssignedValues.Of(engine, state, cancellation).ToList();
            values.ForEach(value => Open(value.Member, value.Value));
            return values.Count;
        }
    }
}
