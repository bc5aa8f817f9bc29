using Microsoft.Extensions.AI;

public sealed record Move(string Name, string Target);

public sealed class Player(IChatClient client)
{
    public async Task PlayAsync(IReadOnlyList<Move> moves)
    {
        var listed = string.Join(", ", moves.Select(move => move.Name));
        var answer = (await client.GetResponseAsync($"Which move? {listed}")).Text;
        var chosen = moves.First(move => move.Name == answer);
        {|GG5005:Make(chosen)|};
    }

    private static void Make(Move move)
    {
        File.WriteAllText("/srv/board.txt", move.Target);
    }
}
