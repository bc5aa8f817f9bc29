using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// What a file holds whose path a model chose, or a caller knows more about: a fact of its own, about the origins of the path. It is followed to where a model sees it
/// or where it leaves the machine (<see cref="Show"/>).
/// </summary>
internal static class ReadFiles
{
    /// <summary>The note of what reads only the names of files.</summary>
    private const string Names = "names";

    /// <summary>The note of what reads a file and sends it on by itself.</summary>
    private const string Sends = "sends";

    /// <summary>True for an entry of what reads what a file holds.</summary>
    public static bool Is(RoleEntry entry) => entry.Role == Role.EffectFileRead && entry.Note != Names && entry.Place is not null;

    public static Value Mark(Frame frame, Call call, ImmutableArray<RoleEntry> roles, Value result)
    {
        if (roles.FirstOrDefault(Is) is not { } entry || !Places.Holds(frame, call, entry.When) || (call.Method.ReturnsVoid && call.Operation is not IObjectCreationOperation))
        {
            return result;
        }

        var path = frame.Deep(Places.Read(frame, call, entry.Place!)).Facts.Select(fact => fact.Origin).Where(IsOfPath).ToImmutableArray();
        if (path.IsEmpty)
        {
            return result;
        }

        var site = SourceSpan.Of(call.Operation.Syntax);
        if (Reach.EffectEntries.NoteIs(entry, Sends))
        {
            frame.Method.Shown.Add(site);
            return result;
        }

        var content = new Fact(new Origin(FactKind.FileContent, Types.Display(call.Method), site), relations: Relations.To(path));
        return result with { Id = result.Id ?? frame.Fresh(call.Operation), Facts = result.Facts.Join(FactSet.Of(content)) };
    }

    /// <summary>A model sees these facts, or they leave the machine. A number that was found out about a file is not what it holds.</summary>
    public static void Show(Frame frame, FactSet facts)
    {
        foreach (var fact in facts.Facts.Where(fact => fact.Origin.Kind == FactKind.FileContent && (fact.Guards & Guard.NotText) == Guard.None))
        {
            frame.Method.Shown.Add(fact.Origin.Site);
        }
    }

    /// <summary>What is handed to a request, a message or another machine leaves this one.</summary>
    public static void Send(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        if (roles.Any(entry => entry.Role == Role.EffectNetwork || OutsideActs.Is(entry)))
        {
            foreach (var argument in call.Arguments)
            {
                Show(frame, frame.Deep(frame[argument]));
            }
        }
    }

    private static bool IsOfPath(Origin origin) => origin.Kind is FactKind.ToolInput or FactKind.ModelOutput or FactKind.Parameter;
}
