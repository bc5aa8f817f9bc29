using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;


namespace GoalGuard.Analyzers;

/// <summary>A rule over flows: which facts must not meet which effects, what silences it, and what only lowers it.</summary>
internal abstract class FlowRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The effects the rule is about.</summary>
    public abstract ImmutableHashSet<Role> Effects { get; }

    /// <summary>True if the rule is about this act; of one effect there may be several kinds.</summary>
    public virtual bool IsAbout(Act act) => Effects.Contains(act.Effect);

    /// <summary>The facts that count as its sources.</summary>
    public virtual bool IsSource(Origin origin) => origin.Kind is FactKind.ModelOutput or FactKind.ToolInput;

    /// <summary>True if the rule is about what was found, as far as the rest of the member says.</summary>
    public virtual bool IsMet(Finding finding, MethodResult result) => true;

    /// <summary>Guards of which one is enough for silence.</summary>
    public abstract Guard Silences { get; }

    /// <summary>True if what was made sure of silences the rule.</summary>
    public virtual bool IsSilencedBy(Guard guards) => (guards & Silences) != 0;

    /// <summary>True if what is known of a source silences the rule at this act.</summary>
    public virtual bool IsSilenced(Fact fact, Act act) => IsSilencedBy(fact.Guards);

    /// <summary>True for a value without words whose choice does not matter either: a date, a truth, a name out of a closed set, but no number.</summary>
    protected static bool IsNoChoice(Fact fact) => (fact.Guards & Guard.NotText) != 0 && (fact.Traits & Traits.Number) == 0;

    /// <summary>Guards that make a warning an info.</summary>
    public virtual Guard Lowers => Guard.None;

    /// <summary>True if these guards make a warning an info.</summary>
    public virtual bool IsLoweredBy(Guard guards) => (guards & Lowers) != 0;

    /// <summary>True if what is done can do less harm than the rule is about: a warning becomes an info.</summary>
    public virtual bool IsLowered(Act act) => false;

    /// <summary>True if the report stands at the call, not at the argument.</summary>
    public virtual bool IsAtCall => false;

    /// <summary>What is done, as the property of the diagnostic names it.</summary>
    public virtual string EffectOf(Act act) => EffectName(act.Effect);

    /// <summary>What the message says: arguments for the descriptor's format.</summary>
    public abstract object[] Message(Flow flow);

    /// <summary>The note of an effect whose language cannot write, load or start anything.</summary>
    protected const string Limited = "cannot write";

    /// <summary>The note of what ends a process instead of starting one.</summary>
    protected const string End = "end";

    /// <summary>The effect as the property of the diagnostic names it.</summary>
    public static string EffectName(Role effect) => RoleNames.OfRole[effect];
}
