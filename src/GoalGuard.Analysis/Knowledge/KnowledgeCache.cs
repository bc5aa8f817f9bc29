using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// The knowledge bases in use. Projects of a solution mostly share a few sets of libraries, so a handful is kept, the least
/// recently asked for given up first.
/// </summary>
internal static class KnowledgeCache
{
    private const int Capacity = 32;

    private static readonly object Gate = new();
    private static readonly LinkedList<Item> Recent = new();

    private readonly record struct Item(ImmutableArray<ModelsFile> Embedded, ImmutableArray<ModelsFile> Stated, ImmutableArray<ModelsFile> Users, KnowledgeBase Base);

    public static KnowledgeBase Get(IEnumerable<string> referencedAssemblyNames, ImmutableArray<ModelsFile> userFiles, ImmutableArray<ModelsFile> stated)
    {
        var names = new HashSet<string>(referencedAssemblyNames, StringComparer.OrdinalIgnoreCase);
        var embedded = EmbeddedModels.FilesFor(names);
        var users = userFiles.Where(file => file.AppliesTo(names)).ToImmutableArray();
        lock (Gate)
        {
            for (var node = Recent.First; node is not null; node = node.Next)
            {
                // Equality of files is by name and text: parsing an unchanged file again finds the same knowledge.
                if (node.Value.Embedded.SequenceEqual(embedded) && node.Value.Stated.SequenceEqual(stated) && node.Value.Users.SequenceEqual(users))
                {
                    Recent.Remove(node);
                    Recent.AddFirst(node);
                    return node.Value.Base;
                }
            }

            var made = new KnowledgeBase(embedded, stated, users);
            Recent.AddFirst(new Item(embedded, stated, users, made));
            if (Recent.Count > Capacity)
            {
                Recent.RemoveLast();
            }

            return made;
        }
    }
}
