using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow.Rounds;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>One callee at one call.</summary>
internal sealed partial class Application(Frame frame, Call call, IMethodSymbol callee, Summary summary, Func<int, Value> argument)
{
    private string? _display;

    private string Display => _display ??= Types.Display(call.Method);

    /// <summary>What comes into being in a callee comes many times if the call does.</summary>
    private readonly Lazy<Traits> _repeats = new(() => frame.IsRepeated ? Traits.Many : Traits.None, LazyThreadSafetyMode.None);

    public Value Run()
    {
        // Delegates that the callee invoked run first: what they return may be part of everything else.
        Invocations.Pass(frame, call.Operation, summary, argument, Resolve);
        Sinks();
        Exceptions.MayThrow(frame, call.Operation, Resolve(summary.Throws));
        Models();
        var isCreation = call.Method.MethodKind == MethodKind.Constructor && call.Operation is IObjectCreationOperation;
        var result = isCreation ? argument(Origin.Receiver) : Resolve(summary.Return, call.Operation, "return");
        Writes();
        var after = AfterValues();
        frame.State.Assure(summary.WhenReturned.SelectMany(validation => Assured(validation, after)));
        frame.State.Leave(Bypassed(summary.BypassedWhenReturned, after));
        return result with { Outcome = Outcome(after) ?? result.Outcome, Facts = isCreation ? result.Facts : Frame.Narrow(result.Facts, call.Operation.Type) };
    }

    private Dictionary<int, Value> AfterValues()
    {
        var after = new Dictionary<int, Value>();
        foreach (var parameter in summary.After)
        {
            if (call.Argument(parameter.Key) is { } at)
            {
                after[parameter.Key] = Resolve(parameter.Value, at, "after");
                Assignments.Store(frame, at.Value, after[parameter.Key], at.Value);
            }
        }

        return after;
    }

    private void Models()
    {
        foreach (var use in summary.Models)
        {
            frame.Method.Models.Add(frame, new ModelUse(Known(use.Output), Resolve(use.Asked), SourceSpan.Of(call.Operation.Syntax)));
        }
    }

    private void Sinks()
    {
        foreach (var sink in summary.Sinks)
        {
            if (sink.Switch is { } on && argument(on.Index).Constant == !on.Answer)
            {
                continue;
            }

            if (sink.IsShown)
            {
                frame.Method.Shown.Add(sink.Act.Site);
            }

            var site = SourceSpan.Of(call.Site(sink.Fact.Origin.Index));
            var facts = Besides(sink, Resolve(sink.Fact, isWhole: !StartedProcesses.IsEnd(sink.Act)).With(frame.State.GuardsOf(null)));
            var below = Trace.Concat(new Trace(null, new FlowStep("hop", "into " + Display, SourceSpan.Of(call.Operation.Syntax))), sink.Fact.Trace);
            if (sink.Program is { IsStart: true } start)
            {
                Programs.Handed(frame, start, argument(start.Origin.Index), facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax));
            }
            else if (sink.Program is { } program)
            {
                Programs.Decide(frame, argument(program.Origin.Index), program.Before, facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax));
            }
            else
            {
                Acts.Record(frame, facts, site, sink.Act, below, SourceSpan.Of(call.Operation.Syntax), null);
            }
        }
    }

    /// <summary>What a delegate of the object gives back because this very call gave it, is said of the argument.</summary>
    private FactSet Besides(SummarySink sink, FactSet facts)
    {
        if (facts.IsEmpty || !Invocations.IsResult(sink.Fact.Origin))
        {
            return facts;
        }

        var given = summary.Sinks.Where(other => other.Act == sink.Act && other.Fact.Origin.Index >= 0).SelectMany(other => Resolve(other.Fact).Facts).ToList();
        return facts.Where(fact => !given.Any(other => other.Origin.Equals(fact.Origin) && (other.Guards & ~fact.Guards) == Guard.None));
    }
}
