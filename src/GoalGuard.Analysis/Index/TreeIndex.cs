using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Index;

/// <summary>One member of a tree: what it is called, in which type, and which words it mentions. Words are hashes: no text is kept.</summary>
/// <param name="Name">Hash of its name; of a constructor, the type's.</param>
/// <param name="Type">Position of its type in <see cref="TreeIndex.Types"/>; -1 at top level.</param>
/// <param name="Span">The declaration.</param>
/// <param name="Words">Hashes of the words between its first and last character, sorted, each once; its own name only if used again.</param>
/// <param name="HoldsState">True for a field or property whose type can hold text or something with text in it.</param>
/// <param name="Writes">Those among them that are followed by an assignment, an index or a call that adds, or are called themselves.</param>
/// <param name="HasBody">True if it says what it does.</param>
/// <param name="AsksLeave">True if, by its name, something that it calls gives or refuses leave.</param>
public sealed record MemberIndex(uint Name, int Type, TextSpan Span, ImmutableArray<uint> Words, ImmutableArray<uint> Writes, bool HoldsState, bool HasBody, bool AsksLeave)
{
    public bool Mentions(uint word) => Words.BinarySearch(word) >= 0;

    public bool MayWrite(uint word) => Writes.BinarySearch(word) >= 0;
}

/// <summary>One type declaration of a tree (a part, if it is partial).</summary>
/// <param name="Name">Hash of its name.</param>
/// <param name="Span">The declaration.</param>
/// <param name="Bases">Hashes of the words of its base list, sorted.</param>
/// <param name="NamesModel">True if its name says language model.</param>
public sealed record TypeIndex(uint Name, TextSpan Span, ImmutableArray<uint> Bases, bool NamesModel);

/// <summary>
/// What a tree mentions. Made once per tree, kept as long as the tree is; the only structure that looks at the whole program.
/// </summary>
/// <param name="Members">Its members, in source order, top-level statements as one.</param>
/// <param name="Types">Its types.</param>
/// <param name="Words">Hashes of all words of its types and members, sorted.</param>
/// <param name="HasEndpoint">True if its text names a completion endpoint.</param>
/// <param name="Declarations">Hash of all that is written outside of bodies.</param>
public sealed record TreeIndex(
    ImmutableArray<MemberIndex> Members, ImmutableArray<TypeIndex> Types, ImmutableArray<uint> Words, bool HasEndpoint, ulong Declarations)
{
    public static readonly TreeIndex Empty = new(
        ImmutableArray<MemberIndex>.Empty, ImmutableArray<TypeIndex>.Empty, ImmutableArray<uint>.Empty, false, 0);

    public bool Mentions(uint word) => Words.BinarySearch(word) >= 0;

    /// <summary>True if the other tree declares the same types and members, whatever stands in their bodies.</summary>
    public bool DeclaresLike(TreeIndex other) => Declarations == other.Declarations && Members.Length == other.Members.Length && Types.Length == other.Types.Length;

    /// <summary>The member that a declaration belongs to; the declaration of a program is the whole tree. Null if there is none.</summary>
    public int? MemberAt(TextSpan declaration) => MemberAt(declaration.Start) ?? TopLevelIn(declaration);

    private int? TopLevelIn(TextSpan tree)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Type < 0 && tree.Contains(Members[i].Span))
            {
                return i;
            }
        }

        return null;
    }

    private int? MemberAt(int offset)
    {
        for (int low = 0, high = Members.Length - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            if (Members[middle].Span.Contains(offset))
            {
                return middle;
            }

            (low, high) = Members[middle].Span.Start > offset ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }
}
