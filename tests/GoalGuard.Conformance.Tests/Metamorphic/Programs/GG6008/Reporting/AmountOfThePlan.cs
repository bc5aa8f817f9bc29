using Microsoft.Extensions.AI;
using Stripe;

public sealed record Plan(string Payment, long Amount);

public sealed class Cashier(IChatClient client, RefundService refunds)
{
    public async Task Decide(string complaint)
    {
        var plan = (await client.GetResponseAsync<Plan>(complaint)).Result;
        await Pay({|GG6008:plan.Amount|});
    }

    private async Task Pay(long amount)
    {
        var options = new RefundCreateOptions { PaymentIntent = "pi_1", Amount = amount };
        await refunds.CreateAsync(options);
    }
}
