using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Members of libraries that are handed over by name: <c>names.Select(Path.GetFileName)</c>, <c>questions.Select(chat.Ask)</c>, <c>paths.ForEach(File.Delete)</c>.
/// </summary>
internal static class LibraryGroups
{
    public static Value Invoke(Frame frame, IOperation site, Value @delegate, IMethodSymbol method, Func<IParameterSymbol, Value> argument)
    {
        var roles = frame.Engine.Knowledge.RolesOf(method);
        var inputs = frame.Deep(MethodGroups.ReceiverOf(frame, @delegate));
        foreach (var parameter in method.Parameters)
        {
            inputs = inputs.Join(frame.Deep(argument(parameter)));
        }

        foreach (var entry in roles.Where(entry => entry is { When: null, Place.Root: PlaceRoot.Argument } && Acts.IsAct(entry)))
        {
            if (method.Parameters.FirstOrDefault(parameter => parameter.Name == entry.Place!.Argument) is { } acted)
            {
                Acts.Group(frame, site, entry, method, argument(acted));
            }
        }

        return ModelOutputs.OfCall(frame, new Call(site, method, null, ImmutableArray<Microsoft.CodeAnalysis.Operations.IArgumentOperation>.Empty), roles)
            ?? new Value { Id = frame.Fresh(site, "group"), Facts = Frame.Narrow(inputs, method.ReturnType) };
    }
}
