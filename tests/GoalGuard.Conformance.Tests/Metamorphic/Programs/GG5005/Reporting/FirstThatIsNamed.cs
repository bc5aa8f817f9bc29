using Microsoft.Extensions.AI;

public sealed record Offer(string Name, decimal Price);

public interface IShop
{
    Task SubmitAsync(Offer offer);
}

public sealed class Buyer(IChatClient client, IShop shop)
{
    public async Task BuyAsync(List<Offer> offers)
    {
        var answer = await client.GetResponseAsync("Which offer is best? " + string.Join("; ", offers));
        var text = answer.Text;
        foreach (var offer in offers)
        {
            if (text.Contains(offer.Name))
            {
                await {|GG5005:shop.SubmitAsync(offer)|};
                break;
            }
        }
    }
}
