using System.ComponentModel;
using Jint;

namespace ShopAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal sealed class ShopTools(Shop shop)
{
    [Description("Adds up what a customer ordered.")]
    public string TotalOf([Description("The customer")] string customer)
    {
        using var command = shop.Connection.CreateCommand();
        // The name ends where the model puts a quotation mark; what follows it is SQL.
        command.CommandText = $"SELECT SUM(total) FROM orders WHERE customer = '{customer}'"; // GG6005
        return $"{command.ExecuteScalar()}";
    }

    [Description("Evaluates a formula in JavaScript.")]
    public string Calculate([Description("The formula")] string formula)
    {
        // With .NET types in reach, a formula can read files or start programs.
        var engine = new Engine(options => options.AllowClr());
        return engine.Evaluate(formula).ToString(); // GG6002
    }

    [Description("Does something in the shop: Restock or Close.")]
    public string Do([Description("What to do")] string action)
    {
        // The description names two members. The code calls any.
        var method = typeof(Shop).GetMethod(action);
        return $"{method?.Invoke(shop, null)}"; // GG6006
    }
}
