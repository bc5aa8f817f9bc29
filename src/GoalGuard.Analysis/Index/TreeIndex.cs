using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Index;

/// <summary>One member of a tree: what it is called, in which type, and which words it mentions. Words are hashes: no text is kept.</summary>
/// <param name="Name">Hash of its name; of a constructor, the type's.</param>
/// <param name="Type">Position of its type in <see cref="TreeIndex.Types"/>; -1 at top level.</param>
/// <param name="Span">The declaration.</param>
/// <param name="Words">Hashes of the words between its first and last character, sorted, each once; its own name only if used again.</param>
/// <param name="Writes">Those among them that are followed by an assignment, an index or a call that adds.</param>
public sealed record MemberIndex(uint Name, int Type, TextSpan Span, ImmutableArray<uint> Words, ImmutableArray<uint> Writes)
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
/// <param name="Members">Its members, in source order.</param>
/// <param name="Types">Its types.</param>
/// <param name="Words">Hashes of all words of its types and members, sorted.</param>
/// <param name="HasEndpoint">True if its text names a completion endpoint.</param>
public sealed record TreeIndex(ImmutableArray<MemberIndex> Members, ImmutableArray<TypeIndex> Types, ImmutableArray<uint> Words, bool HasEndpoint)
{
    public static readonly TreeIndex Empty = new(
        ImmutableArray<MemberIndex>.Empty, ImmutableArray<TypeIndex>.Empty, ImmutableArray<uint>.Empty, false);

    public bool Mentions(uint word) => Words.BinarySearch(word) >= 0;
}
