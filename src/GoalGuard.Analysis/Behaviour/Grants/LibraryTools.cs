using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>Tools that a library brings along as a type: what their methods do stands in knowledge, for their bodies are out of sight.</summary>
internal static class LibraryTools
{
    /// <summary>True for a type outside of this compilation of which knowledge says that it is a tool, or that its methods act.</summary>
    public static bool Is(Engine engine, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && engine.Knowledge.TypeRolesOf(type).Any(entry => entry is { Role: Role.ToolDefinition, Place: null });

    /// <summary>What its methods may bring about, all of it at the place where the tool was made. A type that confines what it does by settings of its own counts as harmless.</summary>
    public static ReachSummary Reach(Engine engine, INamedTypeSymbol type, SourceSpan at)
    {
        var members = type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public).ToList();
        if (members.OfType<IPropertySymbol>().SelectMany(property => engine.Knowledge.RolesOf(property)).Any(entry => entry.Role is Role.Sanitizer or Role.Sandbox))
        {
            return ReachSummary.Empty;
        }

        var effects = from method in members.OfType<IMethodSymbol>()
                      from entry in engine.Knowledge.RolesOf(method).Where(EffectEntries.Performs)
                      where Mutation.IsByItself(entry)
                      group entry by (method.Name, entry.Role) into effect
                      let first = effect.First()
                      select new ReachedEffect(first.Role, first.Symbol.Text, type.Name + "." + effect.Key.Name, first.Note, true, ImmutableArray.Create(new ReachHop(type.Name, at)));
        return new ReachSummary(effects.ToImmutableArray(), true);
    }
}
