using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// A program's own tools. Where the convention is declared in this program, what reaches it says so: its member is called on an object that was
/// chosen by a name which a model wrote, or its attribute is looked up by something that sees a model. Where it is another project's or an
/// unknown package's, its name says so, or what it tells about itself (<see cref="ToolLexicon"/>).
/// </summary>
internal sealed class ToolConventions(Engine engine)
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _dispatched = new(SymbolEqualityComparer.Default);
    private readonly NameDispatch _dispatch = new(engine);
    private readonly ToolAttributes _attributes = new(engine);

    /// <summary>True if, by names, the member may belong to a convention.</summary>
    public bool MayBeTool(IndexedMember member)
    {
        if (member.Member.Type < 0 || !(engine.WalksAll || engine.Index.MayAct(member)))
        {
            return false;
        }

        var bases = member.Index.Types[member.Member.Type].Bases;
        return (!bases.IsEmpty && (ToolLexicon.MayNameExecution(member.Member.Name) || IsDeclaredIn(bases, member.Member.Name)))
            || _attributes.MayMark(member);
    }

    private bool IsDeclaredIn(ImmutableArray<uint> types, uint name)
    {
        foreach (var type in types)
        {
            if (engine.Index.Declares(type, name))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsTool(IMethodSymbol method, CancellationToken cancellation) =>
        !method.DeclaringSyntaxReferences.IsEmpty && method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && !method.IsAbstract
        && (_known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Find(method, cancellation)));

    /// <summary>A tool that does nothing is no source worth its search.</summary>
    private bool Find(IMethodSymbol method, CancellationToken cancellation) =>
        method.Parameters.Any(parameter => ToolParameters.IsInput(parameter))
        && (engine.WalksAll || engine.Members.MayAct(method, cancellation))
        && (_attributes.Mark(method, cancellation) || Conventions(method).Any(member => IsConvention(member, cancellation)));

    /// <summary>The members that the method overrides or implements.</summary>
    private static IEnumerable<IMethodSymbol> Conventions(IMethodSymbol method)
    {
        for (var at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            yield return at.OriginalDefinition;
        }

        foreach (var face in method.ContainingType.AllInterfaces)
        {
            foreach (var member in face.GetMembers(method.Name.Substring(method.Name.LastIndexOf('.') + 1)).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    yield return member.OriginalDefinition;
                }
            }
        }
    }

    private bool IsConvention(IMethodSymbol member, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, engine.Compilation.Assembly)
            ? IsDispatched(member, cancellation)
            : IsOutOfSight(member) && !IsDispatcher(member) && ToolLexicon.NamesExecution(member.Name)
                && (ToolLexicon.NamesTool(member.ContainingType.Name) || (member.Parameters.Any(ToolParameters.IsText) && DescribesItself(member.ContainingType)));

    /// <summary>
    /// A command that tells a model about itself as about a tool. It is given what the model wrote; where its base reads and checks that first, and hands on options
    /// of its own, what may still come is out of sight.
    /// </summary>
    private static bool DescribesItself(INamedTypeSymbol type) =>
        PropertiesOf(type).Any(property => !property.IsStatic && property.Type is INamedTypeSymbol described && ToolLexicon.DescribesTool(described.Name));

    /// <summary>What takes the name of a tool beside its arguments calls tools and is none.</summary>
    private static bool IsDispatcher(IMethodSymbol member) => member.Parameters.Any(parameter => parameter.Name is "toolName" or "functionName");

    private bool IsDispatched(IMethodSymbol member, CancellationToken cancellation) =>
        _dispatched.TryGetValue(member, out var known) ? known
        : _dispatched.GetOrAdd(member, MayBeChosen(member.ContainingType) && member.Parameters.Any(ToolParameters.IsText) && _dispatch.IsDispatched(member, cancellation));

    /// <summary>True if there is a text by which such an object may be chosen, or its name says what it is.</summary>
    private static bool MayBeChosen(INamedTypeSymbol type) =>
        ToolLexicon.NamesTool(type.Name)
        || PropertiesOf(type).Any(property => Types.IsString(property.Type));

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Add(type).Concat(Bases(type)).SelectMany(at => at.GetMembers().OfType<IPropertySymbol>());

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null && at.SpecialType != SpecialType.System_Object; at = at.BaseType)
        {
            yield return at;
        }
    }

    /// <summary>Tools of modelled libraries are named by knowledge; the framework has none.</summary>
    private static bool IsOutOfSight(IMethodSymbol member) => member.ContainingAssembly is { } assembly
        && !assembly.Name.StartsWith("System", StringComparison.Ordinal) && !KnowledgeBase.IsModelled(assembly.Name);
}
