namespace GoalGuard.Analysis.Behaviour;

/// <summary>The words of an identifier: <c>_pythonExecutable</c> is python and Executable, <c>IHTMLTool</c> is I, HTML and Tool.</summary>
internal static class NameWords
{
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || !char.IsLetterOrDigit(name[at]) || (at > start && Begins(name, at)))
            {
                if (at > start)
                {
                    yield return name.Substring(start, at - start);
                }

                start = at < name.Length && !char.IsLetterOrDigit(name[at]) ? at + 1 : at;
            }
        }
    }

    /// <summary>A capital after a small letter, or the last of several capitals before one.</summary>
    private static bool Begins(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}
