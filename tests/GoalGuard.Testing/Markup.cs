using System.Text;

namespace GoalGuard.Testing;

/// <summary>Takes <c>{|ID:text|}</c> out of a source.</summary>
internal static class Markup
{
    public static string Strip(string path, string source, List<ExpectedReport> expected)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        for (var at = 0; at < source.Length;)
        {
            if (Matches(source, at, "{|") && source.IndexOf(':', at) is var colon and > 0 && colon - at <= 8)
            {
                open.Push((source[(at + 2)..colon], text.Length));
                at = colon + 1;
            }
            else if (Matches(source, at, "|}") && open.Count > 0)
            {
                var (id, start) = open.Pop();
                expected.Add(new ExpectedReport(id, path, start, text.Length - start));
                at += 2;
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        return text.ToString();
    }

    private static bool Matches(string source, int at, string mark) => string.CompareOrdinal(source, at, mark, 0, mark.Length) == 0;
}
