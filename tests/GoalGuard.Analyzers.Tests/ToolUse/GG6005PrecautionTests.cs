namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Parameters and allow-lists of statements, and what only resembles them.</summary>
public class GG6005PrecautionTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Data;
        using System.Data.Common;
        using System.Text.RegularExpressions;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class DataTools(SqliteConnection connection, DbContext db)
        {
            private static readonly HashSet<string> Known = new() { "SELECT 1", "SELECT 2" };
            private static readonly string[] Verbs = { "SELECT", "WITH" };
            {{members}}

            [McpServerTool]
            public async Task<object?> Query(string text, int number, Kind kind)
            {
                await Task.Yield();
                {{body}}
            }
        }

        public enum Kind { Order, Customer }

        public sealed class Customer
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }
        """;

    [Theory]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = \"SELECT * FROM orders WHERE name = $name\"; command.Parameters.AddWithValue(\"$name\", text); return command.ExecuteScalar();")]
    [InlineData("using var command = new SqliteCommand(\"SELECT 1 WHERE 'a' = $a\", connection); command.Parameters.Add(new SqliteParameter(\"$a\", text)); return command.ExecuteReader();")]
    [InlineData("using var command = new SqliteCommand(\"SELECT 1\", connection) { Parameters = { new SqliteParameter(\"$a\", text) } }; return command.ExecuteScalar();")]
    [InlineData("return await connection.QueryAsync<Customer>(\"SELECT * FROM customers WHERE name = @text\", new { text });")]
    [InlineData("return await connection.QueryAsync<Customer>(new CommandDefinition(\"SELECT * FROM customers WHERE name = @text\", new { text }));")]
    [InlineData("return await db.Set<Customer>().FromSqlRaw(\"SELECT * FROM customers WHERE name = {0}\", text).ToListAsync();")]
    [InlineData("return await db.Set<Customer>().FromSqlInterpolated($\"SELECT * FROM customers WHERE name = {text}\").ToListAsync();")]
    [InlineData("return await db.Set<Customer>().FromSql($\"SELECT * FROM customers WHERE name = {text}\").ToListAsync();")]
    [InlineData("return await db.Database.ExecuteSqlInterpolatedAsync($\"DELETE FROM customers WHERE name = {text}\");")]
    [InlineData("return await db.Set<Customer>().Where(customer => customer.Name == text).ToListAsync();")]
    [InlineData("db.Add(new Customer { Name = text }); return await db.SaveChangesAsync();")]
    public Task Bound_parameters(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("return connection.Execute($\"SELECT * FROM orders LIMIT {number}\");")]
    [InlineData("return connection.Execute($\"SELECT * FROM {kind}\");")]
    [InlineData("if (!Guid.TryParse(text, out _)) return null; return connection.Execute($\"SELECT * FROM orders WHERE id = '{text}'\");")]
    public Task Numbers_and_enums_carry_no_statement(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("if (!Known.Contains(text)) return null; return connection.Execute(text);", "")]
    [InlineData("var sql = text switch { \"orders\" => \"SELECT * FROM orders\", _ => throw new ArgumentException(text) }; return connection.Execute(sql);", "")]
    [InlineData("if (text is not (\"orders\" or \"customers\")) return null; return connection.Execute($\"SELECT * FROM {text}\");", "")]
    [InlineData("Console.Write(text); if (Console.ReadLine() != \"y\") return null; return connection.Execute(text);", "")]
    public Task Known_statements_and_approval(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("if (!text.StartsWith(\"SELECT\", StringComparison.OrdinalIgnoreCase) || text.Contains(';')) throw new ArgumentException(text); return connection.Execute(text);", "")]
    [InlineData("if (!text.TrimStart().StartsWith(\"SELECT \", StringComparison.OrdinalIgnoreCase) || text.IndexOf(\";\") >= 0) return null; return connection.Execute(text);", "")]
    [InlineData("var sql = text.Trim().TrimEnd(';'); if (!sql.ToUpperInvariant().StartsWith(\"SELECT\") || sql.Contains(\";\")) return null; return connection.Execute(sql);", "")]
    [InlineData("var sql = text.Trim().TrimEnd(';'); if (!sql.ToUpperInvariant().StartsWith(\"SELECT\") || sql.Contains(\";\")) return null; return connection.Execute(text);", "")]
    [InlineData("if (!Verbs.Any(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) || text.Contains(';')) return null; return connection.Execute(text);", "")]
    [InlineData("Check(text); return connection.Execute(text);", "private static void Check(string sql) { if (!sql.StartsWith(\"SELECT\") || sql.Contains(';')) throw new ArgumentException(sql); }")]
    [InlineData("if (!IsQuery(text)) return null; return connection.Execute(text);", "private static bool IsQuery(string sql) => sql.StartsWith(\"SELECT\", StringComparison.Ordinal) && !sql.Contains(';');")]
    [InlineData("if (!Regex.IsMatch(text, @\"^\\s*SELECT\\b\", RegexOptions.IgnoreCase) || text.Contains(';')) return null; return connection.Execute(text);", "")]
    public Task An_allowed_verb_and_no_second_statement(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("if (text.Contains(\"DROP\") || text.Contains(\"DELETE\")) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("if (Regex.IsMatch(text, \"drop|delete|insert\", RegexOptions.IgnoreCase)) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("if (!text.StartsWith(\"SELECT\")) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("if (text.Contains(';')) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("if (!text.StartsWith(\"SELECT\") && text.Contains(';')) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("return connection.Execute({|GG6005:$\"SELECT * FROM orders WHERE name = '{text.Replace(\"'\", \"''\")}'\"|});")]
    [InlineData("var copy = Regex.Replace(text, @\"--.*$\", \"\"); if (!copy.StartsWith(\"SELECT\") || copy.Contains(';')) return null; return connection.Execute({|GG6005:text|});")]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = {|GG6005:$\"SELECT * FROM {text} WHERE id = $id\"|}; command.Parameters.AddWithValue(\"$id\", number); return command.ExecuteScalar();")]
    [InlineData("return await connection.QueryAsync<Customer>({|GG6005:text|}, new { number });")]
    [InlineData("return await db.Set<Customer>().FromSqlRaw({|GG6005:$\"SELECT * FROM customers WHERE name = '{text}'\"|}).ToListAsync();")]
    public Task Refused_words_escapes_and_halves_are_no_precaution(string body) => Verify.ReportsAsync(Tool(body));

    [Fact]
    public Task A_model_that_chooses_the_database_chooses_no_statement() => Verify.SilentAsync("""
        using Microsoft.Data.Sqlite;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class DataTools
        {
            [McpServerTool]
            public object? Count(string database)
            {
                using var connection = new SqliteConnection($"Data Source={database}");
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM orders";
                using var other = new SqliteCommand("SELECT 1", connection);
                other.ExecuteNonQuery();
                return command.ExecuteScalar();
            }
        }
        """);
}
