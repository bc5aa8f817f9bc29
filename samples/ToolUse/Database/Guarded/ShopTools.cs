using System.ComponentModel;
using Jint;

namespace ShopAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal sealed class ShopTools(Shop shop)
{
    [Description("Adds up what a customer ordered.")]
    public string TotalOf([Description("The customer")] string customer)
    {
        // The statement is the program's. A parameter stays a value whatever it contains.
        using var command = shop.Connection.CreateCommand();
        command.CommandText = "SELECT SUM(total) FROM orders WHERE customer = $customer";
        command.Parameters.AddWithValue("$customer", customer);
        return $"{command.ExecuteScalar()}";
    }

    [Description("Evaluates a formula in JavaScript.")]
    public string Calculate([Description("The formula")] string formula)
    {
        // No .NET type is in reach, and neither memory nor time can be used up.
        var engine = new Engine(options => options.LimitMemory(4_000_000).TimeoutInterval(TimeSpan.FromSeconds(2)));
        return engine.Evaluate(formula).ToString();
    }

    [Description("Does something in the shop: Restock or Close.")]
    public string Do([Description("What to do")] string action) => action switch
    {
        "Restock" => shop.Restock(),
        "Close" => shop.Close(),
        _ => "There is no such thing to do.",
    };
}
