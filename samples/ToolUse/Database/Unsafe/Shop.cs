using Microsoft.Data.Sqlite;

namespace ShopAgent;

/// <summary>A small database in memory, and what the program can do with its shelves.</summary>
internal sealed class Shop : IDisposable
{
    public SqliteConnection Connection { get; } = new("Data Source=:memory:");

    public Shop()
    {
        Connection.Open();
        using var command = Connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE orders (customer TEXT, total REAL);
            INSERT INTO orders VALUES ('Ada', 12.5), ('Grace', 30), ('Ada', 7.5);
            """;
        command.ExecuteNonQuery();
    }

    public string Restock() => "The shelves are full again.";

    public string Close() => "The shop is closed.";

    public void Dispose() => Connection.Dispose();
}
