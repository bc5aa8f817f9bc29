namespace GoalGuard.Analysis.Index;

/// <summary>The words without which a member takes none of several: members that rank and take, and the loops in which a best one is kept.</summary>
internal static class SelectionWords
{
    private static readonly ImmutableArray<uint> All = new[]
        {
            "MaxBy", "MinBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "orderby", "Order", "OrderDescending", "Max", "Min", "Aggregate", "Sort", "PriorityQueue", "SortedDictionary",
            "SortedList", "SortedSet", "First", "FirstOrDefault", "FirstAsync", "FirstOrDefaultAsync", "Last", "LastOrDefault", "Find", "FindLast", "FindIndex", "IndexOf", "IndexOfMax", "IndexOfMin", "argmax", "ArgMax",
            "CompareTo", "foreach", "for", "while", "do",
        }
        .Select(Words.Hash).ToImmutableArray();

    public static bool AreIn(MemberIndex member)
    {
        foreach (var word in All)
        {
            if (member.Mentions(word))
            {
                return true;
            }
        }

        return false;
    }
}
