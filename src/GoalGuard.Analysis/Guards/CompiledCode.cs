using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Code that a model wrote or chose. The report stands where it is compiled or loaded; that it is loaded after that, and that its members are called
/// by names which the model chose as well, is the same matter.
/// </summary>
internal static class CompiledCode
{
    /// <summary><c>compilation.Emit(stream)</c>: the stream holds the code from now on.</summary>
    public static Value? Emit(Frame frame, Call call)
    {
        var code = frame.Deep(frame[call.Instance]).With(Guard.Compiled);
        foreach (var stream in call.Arguments.Where(argument => argument.Parameter?.Type.Name == "Stream" && !code.IsEmpty))
        {
            Members.Add(frame, frame[stream], Members.Element, new Value { Id = frame.Fresh(stream), Facts = code });
        }

        return new Value { Id = frame.Fresh(call.Operation) };
    }

    /// <summary><c>Assembly.LoadFrom(path)</c>: reported there, and whatever is found in the assembly is part of it.</summary>
    public static Value? Load(Frame frame, Call call)
    {
        var result = frame.Derive(call.Operation, call.Arguments.Select(argument => frame[argument]).ToArray());
        return result with { Facts = result.Facts.With(Guard.Compiled) };
    }

    /// <summary>What chooses a member inside such code says nothing new.</summary>
    public static FactSet Within(Frame frame, Call call, Act act, FactSet facts) =>
        act.Effect == Role.EffectReflection && Inputs(frame, call).Any(fact => (fact.Guards & Guard.Compiled) != 0) ? facts.With(Guard.Compiled) : facts;

    private static IEnumerable<Fact> Inputs(Frame frame, Call call) =>
        call.Arguments.Select(argument => frame[argument]).Append(frame[call.Receiver]).SelectMany(value => frame.Deep(value).Facts);
}
