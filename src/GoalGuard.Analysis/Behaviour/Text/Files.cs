using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>Texts that are read from a file or resource: holes that keep its name, as far as that is constant.</summary>
internal static class Files
{
    /// <summary>Readers behind one another that are looked through.</summary>
    private const int MaxSteps = 6;

    /// <summary>Null for a call that reads no file.</summary>
    public static AssembledText? Of(Walk walk, IInvocationOperation call)
    {
        if (Name(walk, call) is not { } name)
        {
            return null;
        }

        Expressions.Unknown(walk, call);
        return AssembledText.Of(walk.Slice.Hole(call) with { ReadFrom = name.Length == 0 ? null : name });
    }

    /// <summary>From <c>reader.ReadToEnd()</c> back to the call that opens what is read.</summary>
    private static string? Name(Walk walk, IInvocationOperation call)
    {
        IOperation? at = call;
        for (var steps = 0; at is not null && steps < MaxSteps; steps++)
        {
            at = Variables.Below(at);
            if (Opened(walk, at) is { } path)
            {
                return Constant(walk, path);
            }

            at = at switch
            {
                IInvocationOperation { TargetMethod.Name: "ReadToEnd" or "ReadToEndAsync", Instance: { } reader } => reader,
                IObjectCreationOperation { Type.Name: "StreamReader", Arguments: { IsEmpty: false } arguments } => arguments[0].Value,
                ILocalReferenceOperation { Local: var local } => Definitions.Of(local, at).FirstOrDefault(),
                ICoalesceOperation coalesce => coalesce.Value,
                _ => null,
            };
        }

        return null;
    }

    /// <summary>The argument that names a file or resource.</summary>
    private static IOperation? Opened(Walk walk, IOperation operation)
    {
        var (method, arguments) = operation switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
            _ => (null, default),
        };
        if (method is null)
        {
            return null;
        }

        if (method is { Name: "GetManifestResourceStream", ContainingType.Name: "Assembly" } or { Name: "GetString", ContainingType.Name: "ResourceManager" })
        {
            return arguments.LastOrDefault(argument => argument.Parameter?.Name == "name")?.Value;
        }

        var entry = walk.Engine.Knowledge.RolesOf(method)
            .FirstOrDefault(each => each is { Role: Role.EffectFileRead, Place: { Root: PlaceRoot.Argument }, When: null } && each.Note != "names");
        return entry is null ? null : arguments.FirstOrDefault(argument => argument.Parameter?.Name == entry.Place!.Argument)?.Value;
    }

    /// <summary>The constant end of a path: behind a folder that only the running program knows.</summary>
    private static string Constant(Walk walk, IOperation path)
    {
        var parts = Variables.Below(path) is IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" } } combined
            ? Lists.Together(Lists.Values(walk, combined.Arguments), Expressions.Written("/", path))
            : Expressions.Of(walk, path);
        var known = parts.Fragments.Reverse().TakeWhile(fragment => fragment is Literal).Reverse();
        return string.Concat(known.Select(fragment => ((Literal)fragment).Text)).TrimStart('/', '\\');
    }
}
