namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The operations of a tree, children before parents, found with an explicit stack: expressions a thousand deep are ordinary input.
/// In a control flow graph every operand is evaluated, so this is the order of evaluation.
/// </summary>
internal static class PostOrder
{
    public static ImmutableArray<IOperation> Of(IOperation root)
    {
        var result = ImmutableArray.CreateBuilder<IOperation>();
        var stack = new Stack<(IOperation Operation, bool Entered)>();
        stack.Push((root, false));
        var children = new List<IOperation>();
        while (stack.Count > 0)
        {
            var (operation, entered) = stack.Pop();
            if (entered)
            {
                result.Add(operation);
                continue;
            }

            stack.Push((operation, true));
            children.Clear();
            foreach (var child in operation.ChildOperations)
            {
                children.Add(child);
            }

            for (var i = children.Count - 1; i >= 0; i--)
            {
                stack.Push((children[i], false));
            }
        }

        return result.ToImmutable();
    }
}
