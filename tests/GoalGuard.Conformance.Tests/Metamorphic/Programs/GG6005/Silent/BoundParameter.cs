using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;

public sealed class Orders(SqliteConnection connection)
{
    [KernelFunction]
    public object? Count(string customer)
    {
        var command = new SqliteCommand("SELECT COUNT(*) FROM orders WHERE customer = $customer", connection);
        command.Parameters.AddWithValue("$customer", customer);
        return command.ExecuteScalar();
    }
}
