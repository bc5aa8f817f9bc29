namespace GoalGuard.Analysis.Flow.Control;

/// <summary>Ways through numbered graphs, with explicit stacks.</summary>
internal static class Traversal
{
    /// <summary>Every node that can be reached, before those it leads to, loops apart.</summary>
    public static List<int> ReversePostOrder(int root, Func<int, IEnumerable<int>> successors, int count)
    {
        var order = new List<int>();
        var seen = new bool[count];
        var stack = new Stack<(int Node, IEnumerator<int> Next)>();
        seen[root] = true;
        stack.Push((root, successors(root).GetEnumerator()));
        while (stack.Count > 0)
        {
            var (node, next) = stack.Peek();
            if (!next.MoveNext())
            {
                stack.Pop();
                order.Add(node);
            }
            else if (!seen[next.Current])
            {
                seen[next.Current] = true;
                stack.Push((next.Current, successors(next.Current).GetEnumerator()));
            }
        }

        order.Reverse();
        return order;
    }

    /// <summary>Marks what can be reached from <paramref name="start"/>, which may be marked already; marked nodes are not passed again.</summary>
    public static void Mark(int start, Func<int, IEnumerable<int>> next, bool[] marked)
    {
        var stack = new Stack<int>();
        marked[start] = true;
        stack.Push(start);
        while (stack.Count > 0)
        {
            foreach (var node in next(stack.Pop()))
            {
                if (!marked[node])
                {
                    marked[node] = true;
                    stack.Push(node);
                }
            }
        }
    }
}
