using Microsoft.Extensions.AI;

public sealed class Resizer(IChatClient client)
{
    public async Task ResizeAsync(string wish)
    {
        var response = await client.GetResponseAsync("How many percent: " + wish);
        if (int.TryParse(response.Text, out var percent))
        {
            Process.Start("sh", "-c \"convert in.png -resize " + percent + "% out.png\"");
        }
    }
}
