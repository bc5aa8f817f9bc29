using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Members by which a program invokes tools of its own, where they are another project's or an unknown package's: what they do is out of sight, but they are told the
/// name of a tool and what to call it with, and are called after that.
/// </summary>
internal static class OwnDispatchers
{
    /// <summary>True for a member that invokes the tool that its first argument names.</summary>
    public static bool Is(Engine engine, IMethodSymbol method) =>
        ToolLexicon.NamesDispatch(method.Name) && method.Parameters.Length > 1 && Types.IsString(method.Parameters[0].Type)
        && method.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, engine.Compilation.Assembly)
        && !assembly.Name.StartsWith("System", StringComparison.Ordinal) && !KnowledgeBase.IsModelled(assembly.Name);

    /// <summary>The name, and whatever the tool is called with. What a tool was itself called with, handed on as it came, is the same call.</summary>
    public static void Record(Frame frame, Call call)
    {
        if (!Is(frame.Engine, call.Method))
        {
            return;
        }

        var act = new Act(Role.EffectTool, Types.Display(call.Method), Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax), Inferred: true);
        foreach (var argument in call.Arguments.Where(argument => argument.Value is not IParameterReferenceOperation && argument.ArgumentKind == ArgumentKind.Explicit))
        {
            Acts.Record(frame, frame.Deep(frame[argument]).With(frame.State.GuardsOf(null)), SourceSpan.Of(argument.Value.Syntax), act, null, act.Site, null);
        }
    }
}
