using Microsoft.Extensions.AI;

public sealed class Menu(IChatClient client)
{
    public async Task ChooseAsync(string wish)
    {
        var response = await client.GetResponseAsync(wish);
        var program = response.Text switch
        {
            "edit" => "notepad",
            "compute" => "calc",
            _ => throw new InvalidOperationException("unknown program"),
        };
        Process.Start(program);
    }
}
