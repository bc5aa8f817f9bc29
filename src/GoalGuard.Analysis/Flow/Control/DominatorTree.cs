namespace GoalGuard.Analysis.Flow.Control;

/// <summary>
/// Which nodes are on every way from the root to a node: the iteration of Cooper, Harvey and Kennedy, then numbers that answer in constant time.
/// Run over reversed edges it gives post-dominators.
/// </summary>
internal sealed class DominatorTree
{
    private const int Unknown = -1;

    private readonly int[] _parents;
    private readonly int[] _enter;
    private readonly int[] _leave;

    private DominatorTree(int[] parents, int[] enter, int[] leave)
    {
        _parents = parents;
        _enter = enter;
        _leave = leave;
    }

    /// <summary>True if every way from the root to <paramref name="node"/> passes <paramref name="dominator"/>. A node dominates itself; what cannot be reached is dominated by nothing.</summary>
    public bool Dominates(int dominator, int node) =>
        _enter[dominator] != Unknown && _enter[node] != Unknown && _enter[dominator] <= _enter[node] && _leave[node] <= _leave[dominator];

    /// <summary>The nearest other dominator; -1 for the root and for what cannot be reached.</summary>
    public int Parent(int node) => _parents[node] == node ? Unknown : _parents[node];

    public static DominatorTree Build(int root, Func<int, IEnumerable<int>> successors, Func<int, IEnumerable<int>> predecessors, int count, CancellationToken cancellation)
    {
        var order = Traversal.ReversePostOrder(root, successors, count);
        var rank = Enumerable.Repeat(Unknown, count).ToArray();
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        var parents = Parents(order, rank, predecessors, cancellation);
        var (enter, leave) = Number(order, parents);
        return new DominatorTree(parents, enter, leave);
    }

    private static int[] Parents(List<int> order, int[] rank, Func<int, IEnumerable<int>> predecessors, CancellationToken cancellation)
    {
        var parents = Enumerable.Repeat(Unknown, rank.Length).ToArray();
        parents[order[0]] = order[0];
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var i = 1; i < order.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var parent = Unknown;
                foreach (var before in predecessors(order[i]))
                {
                    if (parents[before] != Unknown)
                    {
                        parent = parent == Unknown ? before : Meet(parent, before, parents, rank);
                    }
                }

                changed |= parents[order[i]] != parent;
                parents[order[i]] = parent;
            }
        }

        return parents;
    }

    private static int Meet(int left, int right, int[] parents, int[] rank)
    {
        while (left != right)
        {
            while (rank[left] > rank[right])
            {
                left = parents[left];
            }

            while (rank[right] > rank[left])
            {
                right = parents[right];
            }
        }

        return left;
    }

    /// <summary>Numbers a node before and after all that it dominates.</summary>
    private static (int[] Enter, int[] Leave) Number(List<int> order, int[] parents)
    {
        var children = order.Where(node => parents[node] != node).ToLookup(node => parents[node]);
        var enter = Enumerable.Repeat(Unknown, parents.Length).ToArray();
        var leave = Enumerable.Repeat(Unknown, parents.Length).ToArray();
        var clock = 0;
        var stack = new Stack<int>();
        stack.Push(order[0]);
        while (stack.Count > 0)
        {
            var node = stack.Peek();
            if (enter[node] != Unknown)
            {
                leave[stack.Pop()] = clock++;
                continue;
            }

            enter[node] = clock++;
            foreach (var child in children[node])
            {
                stack.Push(child);
            }
        }

        return (enter, leave);
    }
}
