namespace GoalGuard.Analysis.Index;

/// <summary>The words without which a member takes none of several: members that rank. Loops that ask a model are opened anyway.</summary>
internal static class SelectionWords
{
    private static readonly ImmutableArray<uint> All = new[]
        {
            "MaxBy", "MinBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "orderby", "Order", "OrderDescending", "Max", "Min", "Aggregate", "Sort", "PriorityQueue", "SortedDictionary",
            "SortedList", "SortedSet", "IndexOfMax", "IndexOfMin", "argmax", "ArgMax",
            "CompareTo",
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
