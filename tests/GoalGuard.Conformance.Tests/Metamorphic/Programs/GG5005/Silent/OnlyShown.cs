using Microsoft.Extensions.AI;

public sealed record Move(string Name, string Target);

public sealed class Player(IChatClient client)
{
    public async Task<Move> ChooseAsync(IReadOnlyList<Move> moves)
    {
        var listed = string.Join(", ", moves.Select(move => move.Name));
        var answer = (await client.GetResponseAsync($"Which move? {listed}")).Text;
        var chosen = moves.First(move => move.Name == answer);
        Console.WriteLine(chosen.Name);
        return chosen;
    }
}
