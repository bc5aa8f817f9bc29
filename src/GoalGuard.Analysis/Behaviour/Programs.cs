using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Argument lists and standard input are as dangerous as the program that reads them: a shell or an interpreter makes code of them,
/// others take them as they are. The program may be named before or after, here or by a caller, so the decision waits for the end.
/// </summary>
internal static class Programs
{
    private const string FileName = "FileName";
    private const string StartInfo = "StartInfo";
    private const string ArgumentList = "ArgumentList";

    /// <summary>The member under which a list keeps what was added to it, a line each.</summary>
    public const string Lines = "#lines";

    /// <summary>A list or pipe that belongs to a process, and how it reads.</summary>
    public sealed record Owner(Identity Start, Act Act, bool IsPipe);

    /// <summary>What reached a list before its program was known.</summary>
    public sealed record Waiting(Identity Start, FactSet Facts, SourceSpan At, SourceSpan Expression, Act Act, string? Before, Trace? Below = null);

    /// <summary>A property was read: is it the argument list, or the input, of a process?</summary>
    public static void Read(Frame frame, IPropertyReferenceOperation reference, Value receiver, Value value)
    {
        if (value.Id is null || receiver.Id is null)
        {
            return;
        }

        foreach (var entry in frame.Engine.Knowledge.RolesOf(reference.Property))
        {
            if (entry.Role == Role.Pipe || (entry.Role == Role.EffectProcess && entry.Place is { Root: PlaceRoot.Value, Steps.IsEmpty: false }))
            {
                var isPipe = entry.Role == Role.Pipe;
                var act = new Act(Role.EffectProcess, entry.Symbol.Text, Types.Display(reference.Property), SourceSpan.Of(reference.Syntax));
                frame.Method.ActCollections[value.Id] = new Owner(isPipe ? StartOf(frame, receiver) : receiver.Id, act, isPipe);
                if (!isPipe)
                {
                    // Whoever asks the same object again, a caller included, gets the same list.
                    Members.Write(frame, receiver, reference.Property.Name, value);
                }
            }
        }
    }

    private static Identity StartOf(Frame frame, Value process) =>
        frame.State.Members(process.Id).TryGetValue(StartInfo, out var start) && start.Id is { } known
            ? known
            : frame.Method.Intern((process.Id!, StartInfo), StartInfo);

    /// <summary>A constructor or start method that takes a file name names the program of what it makes.</summary>
    public static void Named(Frame frame, Call call)
    {
        if (call.Operation is IObjectCreationOperation && IsStartInfo(call.Method.ContainingType) && call.Argument("fileName") is { } name)
        {
            Name(frame, frame.Method.IdentityOf(call.Operation, null), frame[name], name.Value);
        }
    }

    public static void Named(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        if (reference.Property.Name == FileName && IsStartInfo(reference.Property.ContainingType) && frame[reference.Instance].Id is { } start)
        {
            Name(frame, start, value, source);
        }
    }

    /// <summary>True for what a helper may be given to name its program or to fill its arguments.</summary>
    public static bool IsStart(ITypeSymbol? type) => type is not null && Types.FullName(type) is "System.Diagnostics.ProcessStartInfo" or "System.Diagnostics.Process";

    private static bool IsStartInfo(ITypeSymbol type) => Types.FullName(type) == "System.Diagnostics.ProcessStartInfo";

    public static void Name(Frame frame, Identity start, Value program, IOperation holder)
    {
        if (program.Texts.IsUnknown && InterpreterNames.Of(holder) is { } said)
        {
            program = program with { Texts = Texts.Of(said) };
        }

        frame.Method.ProgramNames[start] = frame.Method.ProgramNames.TryGetValue(start, out var known)
            ? known with { Texts = known.Texts.Join(program.Texts), Facts = known.Facts.Join(program.Facts) }
            : program;
    }

    /// <summary>An element was added to a list, or text written to a pipe.</summary>
    public static void Added(Frame frame, Owner owner, Identity list, IOperation added)
    {
        var value = frame[added];
        var before = Text(frame, list);
        AddLine(frame, list, value);
        frame.Method.Waiting[(SourceSpan.Of(added.Syntax), owner.Act)] = new Waiting(
            owner.Start, frame.Deep(value).With(frame.State.GuardsOf(null)), SourceSpan.Of(added.Syntax), SourceSpan.Of(added.Syntax), owner.Act,
            owner.IsPipe ? null : string.Join("\n", before.Alternatives));
    }

    /// <summary>Keeps what stands in a list, in order. Of a file that was written before, what it holds counts, not its name.</summary>
    public static void AddLine(Frame frame, Identity list, Value value)
    {
        var text = value.Texts.IsConstant && !frame.Deep(value).IsEmpty ? Texts.Of(Texts.Hole.ToString()) : value.Texts;
        frame.State.SetMember(list, Lines, new Value { Texts = Text(frame, list).Then(text).Then(Texts.Of("\n")) });
    }

    private static Texts Text(Frame frame, Identity? list) =>
        frame.State.Members(list).TryGetValue(Lines, out var lines) ? lines.Texts : Texts.Of("");

    /// <summary>A whole list is handed to a constructor or start method.</summary>
    public static void List(Frame frame, Call call, Act act, Value list, IArgumentOperation argument)
    {
        var lines = list.Id is null ? Texts.Unknown : Text(frame, list.Id);
        var text = string.Join("\n", lines.Alternatives);
        var hole = text.IndexOf(Texts.Hole);
        var facts = frame.Deep(list).With(frame.State.GuardsOf(null));
        var program = call.Argument("fileName") is { } name ? frame[name] : frame[call.Receiver];
        Decide(frame, program, hole < 0 ? text : text.Substring(0, hole), facts, SourceSpan.Of(argument.Value.Syntax), act, null, act.Site);
    }

    /// <summary>A callee added to the arguments of a start info, or wrote to the input of a process, that it was given.</summary>
    public static void Handed(Frame frame, ProgramCondition condition, Value given, FactSet facts, SourceSpan at, Act act, Trace? below, SourceSpan expression)
    {
        if (given.Id is null)
        {
            return;
        }

        var start = condition.Origin.Path.Length > 0 ? StartOf(frame, given) : given.Id;
        var before = condition.Before == Interpreters.StandardInput
            ? null
            : string.Join("\n", Text(frame, List(frame, start)).Then(Texts.Of(condition.Before)).Alternatives);
        frame.Method.Waiting[(at, act)] = new Waiting(start, facts, at, expression, act, before, below);
    }

    /// <summary>What a callee added to a list that the caller knows comes after what the caller added.</summary>
    public static bool Append(Frame frame, Identity owner, string member, Value added)
    {
        if (!frame.State.Members(added.Id).TryGetValue(Lines, out var lines)
            || !frame.State.Members(owner).TryGetValue(member, out var known) || known.Id is not { } list)
        {
            return false;
        }

        frame.State.SetMember(list, Lines, new Value { Texts = Text(frame, list).Then(lines.Texts) });
        Members.Add(frame, known, Members.Element, Members.Of(frame, added, Members.Element));
        return true;
    }

    private static Identity? List(Frame frame, Identity start) =>
        frame.State.Members(start).TryGetValue(ArgumentList, out var list) ? list.Id : null;

    /// <summary>What chose the text is the process's matter; what stands in the file that it names is code.</summary>
    public static void RecordSplit(Frame frame, FactSet facts, SourceSpan at, Act act, Trace? below, SourceSpan expression)
    {
        Acts.Record(frame, WrittenFiles.Path(facts), at, act, below, expression, null);
        Acts.Record(frame, WrittenFiles.Of(facts), at, WrittenFiles.Run(act), below, expression, null);
    }

    /// <summary>All of the member has been seen: every program that it names is known; what others named stands in the start info.</summary>
    public static void Finish(Frame frame)
    {
        foreach (var waiting in frame.Method.Waiting.Values.OrderBy(waiting => waiting.At.Start))
        {
            var program = frame.Method.ProgramNames.TryGetValue(waiting.Start, out var named) ? named
                : frame.State.Members(waiting.Start).TryGetValue(FileName, out var written) ? written : null;
            if (waiting.Before == WholeLine)
            {
                Acts.Record(frame, Contained(program, waiting.Facts), waiting.At, waiting.Act, waiting.Below, waiting.Expression, null);
            }
            else if (program is not null)
            {
                Decide(frame, program, waiting.Before, waiting.Facts, waiting.At, waiting.Act, waiting.Below, waiting.Expression);
            }
            else if (Given(frame, waiting.Start) is { } parameter)
            {
                var condition = new ProgramCondition(parameter, waiting.Before ?? Interpreters.StandardInput, IsStart: true);
                Acts.Record(frame, waiting.Facts, waiting.At, waiting.Act, waiting.Below, waiting.Expression, condition);
            }
        }
    }

    /// <summary>The parameter that is this start info, or whose start info this is.</summary>
    private static Origin? Given(Frame frame, Identity start)
    {
        for (var i = 0; i < frame.Method.Parameters.Length; i++)
        {
            var parameter = frame.Method.Parameters[i];
            if (parameter == start || frame.Method.Intern((parameter, StartInfo), StartInfo) == start)
            {
                return new Origin(FactKind.Parameter, StartInfo, default, Index: i, Path: parameter == start ? "" : "." + StartInfo);
            }
        }

        return null;
    }

    /// <summary>A container that is no sandbox runs what a shell or an interpreter in it is given, here.</summary>
    private static bool TakesCode(Texts program, string before) =>
        Containers.IsEngine(program)
            ? Containers.Read(before.Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries)) is { IsSandbox: false, Command: { Length: > 0 } command } run
                && Interpreters.TakesCode(Texts.Of(command), run.Before)
            : Interpreters.TakesCode(program, before);

    /// <summary>An argument string whose model text may stay in a container: known once the program is.</summary>
    public static void Line(Frame frame, Value start, Value? program, FactSet facts, SourceSpan at, Act act)
    {
        if (program is null && start.Id is { } owner)
        {
            frame.Method.Waiting[(at, act)] = new Waiting(owner, facts, at, act.Site, act, WholeLine);
        }
        else
        {
            Acts.Record(frame, Contained(program, facts), at, act, null, act.Site, null);
        }
    }

    /// <summary>Stands for the arguments before an argument string.</summary>
    private const string WholeLine = "\0";

    private static FactSet Contained(Value? program, FactSet facts) =>
        program is not null && Containers.IsEngine(program.Texts)
            ? facts.Map(fact => (fact.Guards & Guard.InContainer) != 0 ? fact.With(Guard.Sandboxed) : fact)
            : facts;

    /// <summary>Records what reached the arguments of a program if it may make code of them; if only a caller knows, asks the caller.</summary>
    public static void Decide(
        Frame frame, Value program, string? before, FactSet facts, SourceSpan at, Act act, Trace? below, SourceSpan expression)
    {
        if (before is not null && Installers.Command(program.Texts, before) is { } installer)
        {
            Acts.Record(frame, facts, at, act with { Effect = Role.EffectCode, Display = installer }, below, expression, null);
            return;
        }

        if (before is null or Interpreters.StandardInput ? Interpreters.ReadsCode(program.Texts) : TakesCode(program.Texts, before))
        {
            RecordSplit(frame, facts, at, act, below, expression);
        }
        else if (program.Facts.Facts.FirstOrDefault(fact => fact.Origin.Kind == FactKind.Parameter) is { } parameter)
        {
            Acts.Record(frame, facts, at, act, below, expression, new ProgramCondition(parameter.Origin, before ?? Interpreters.StandardInput));
        }
    }
}
