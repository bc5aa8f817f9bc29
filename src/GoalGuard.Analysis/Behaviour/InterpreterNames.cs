using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Which interpreter an unknown program is, by the name of what holds it: <c>_pythonExecutable</c>, <c>options.NodePath</c>. Asked only where its
/// text is configured from outside and so is out of sight; what a constant says wins.
/// </summary>
internal static class InterpreterNames
{
    /// <summary>Words of a name, with the program that they say.</summary>
    private static readonly ImmutableDictionary<string, string> Programs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["python"] = "python", ["python3"] = "python", ["node"] = "node", ["nodejs"] = "node", ["deno"] = "deno", ["bash"] = "bash", ["shell"] = "sh",
        ["powershell"] = "pwsh", ["pwsh"] = "pwsh", ["ruby"] = "ruby", ["perl"] = "perl", ["interpreter"] = "python",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words beside which the name is that of a program, and not of a script, a folder or a flag.</summary>
    private static readonly ImmutableHashSet<string> Kinds = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "executable", "exe", "path", "command", "cmd", "binary", "bin", "program", "interpreter", "file", "name");

    /// <summary>The program that the name of a field, property, parameter or local says; null if it says none.</summary>
    public static string? Of(IOperation holder) => holder switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IMemberReferenceOperation member => Of(member.Member.Name),
        IParameterReferenceOperation parameter => Of(parameter.Parameter.Name),
        ILocalReferenceOperation local => Of(local.Local.Name),
        _ => null,
    };

    public static string? Of(string name)
    {
        string? program = null;
        foreach (var word in NameWords.Of(name))
        {
            if (Programs.TryGetValue(word, out var said))
            {
                program ??= said;
            }
            else if (!Kinds.Contains(word))
            {
                return null;
            }
        }

        return program;
    }
}
