using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text becomes a statement.</summary>
public class GG6005SqlTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Data;
        using System.Data.Common;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class DataTools(DbConnection connection, DbContext db)
        {
            {{members}}

            [McpServerTool]
            public async Task<object?> Query(string text)
            {
                await Task.Yield();
                {{body}}
            }
        }

        public sealed class Customer
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
        }
        """;

    [Theory]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = {|GG6005:text|}; return command.ExecuteScalar();")]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = {|GG6005:$\"SELECT * FROM orders WHERE name = '{text}'\"|}; using var reader = await command.ExecuteReaderAsync(); return reader.FieldCount;")]
    [InlineData("using var lite = new SqliteConnection(\"Data Source=a.db\"); using var command = new SqliteCommand({|GG6005:text|}, lite); return await command.ExecuteNonQueryAsync();")]
    [InlineData("using var command = new SqliteCommand { CommandText = {|GG6005:text|} }; return command.ExecuteScalar();")]
    [InlineData("return await connection.QueryAsync<Customer>({|GG6005:text|});")]
    [InlineData("return connection.Execute({|GG6005:\"DELETE FROM \" + text|});")]
    [InlineData("return await connection.QueryAsync<Customer>(new CommandDefinition({|GG6005:text|}));")]
    [InlineData("return await db.Set<Customer>().FromSqlRaw({|GG6005:text|}).ToListAsync();")]
    [InlineData("return await db.Database.ExecuteSqlRawAsync({|GG6005:$\"UPDATE customers SET name = '{text}'\"|});")]
    [InlineData("return await db.Database.SqlQueryRaw<int>({|GG6005:text|}).ToListAsync();")]
    public Task A_tool_runs_the_statement_of_the_model(string body) => Verify.ReportsAsync(Tool(body));

    /// <summary>A driver that nobody knows: its command derives from the one that everybody knows.</summary>
    [Fact]
    public Task The_command_of_an_unknown_driver() => Verify.ReportsAsync(new TestProgram("""
        using Acme.Data;
        using Microsoft.Extensions.AI;
        class Analyst(IChatClient client)
        {
            public async Task<object?> Run(string question)
            {
                var sql = (await client.GetResponseAsync(question)).Text;
                using var command = new AcmeCommand({|GG6005:sql|});
                return command.ExecuteScalar();
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("Acme.Data", """
            namespace Acme.Data
            {
                using System.Data;
                using System.Data.Common;
                public class AcmeCommand : DbCommand
                {
                    public AcmeCommand(string cmdText) { }
                    public override string CommandText { get; set; }
                    public override int CommandTimeout { get; set; }
                    public override CommandType CommandType { get; set; }
                    public override bool DesignTimeVisible { get; set; }
                    public override UpdateRowSource UpdatedRowSource { get; set; }
                    protected override DbConnection DbConnection { get; set; }
                    protected override DbParameterCollection DbParameterCollection => null;
                    protected override DbTransaction DbTransaction { get; set; }
                    public override void Cancel() { }
                    public override int ExecuteNonQuery() => 0;
                    public override object ExecuteScalar() => null;
                    public override void Prepare() { }
                    protected override DbParameter CreateDbParameter() => null;
                    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => null;
                }
            }
            """),
    });

    [Fact]
    public Task Text_to_SQL_through_services_and_files() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Reports;
        public sealed class Assistant(IChatClient client, IRunner runner)
        {
            public async Task<int> AnswerAsync(string question)
            {
                var response = await client.GetResponseAsync<Plan>("Write SQL for: " + question);
                var rows = 0;
                foreach (var statement in response.Result.Statements)
                {
                    rows += await runner.RunAsync({|GG6005:statement|});
                }

                return rows;
            }
        }

        public sealed record Plan(string[] Statements);
        """,
        """
        using System.Data.Common;
        namespace Reports;
        public interface IRunner
        {
            Task<int> RunAsync(string sql);
        }

        public sealed class Runner(DbDataSource source) : IRunner
        {
            public async Task<int> RunAsync(string sql)
            {
                await using var command = source.CreateCommand(sql);
                return await command.ExecuteNonQueryAsync();
            }
        }
        """);

    [Fact]
    public Task The_statement_waits_in_a_field_and_runs_in_a_lambda() => Verify.ReportsAsync("""
        using System.Data;
        using Microsoft.Extensions.AI;
        class Analyst(IChatClient client)
        {
            private string _sql = "";

            public async Task Think(string question) => _sql = (await client.GetResponseAsync(question)).Text;

            public Func<IDbConnection, int> Step() => connection =>
            {
                var command = connection.CreateCommand();
                command.CommandText = {|GG6005:_sql|};
                return command.ExecuteNonQuery();
            };
        }
        """);

    [Fact]
    public Task A_helper_takes_an_object_that_holds_the_statement() => Verify.ReportsAsync("""
        using System.Data;
        using Dapper;
        using Microsoft.SemanticKernel;
        public sealed class QueryPlugin(IDbConnection connection)
        {
            [KernelFunction]
            public object? Run(QueryArgs args) => Execute({|GG6005:args|});

            private object? Execute(QueryArgs args) => connection.QueryFirstOrDefault(args.Statement, args.Parameters);
        }

        public sealed class QueryArgs
        {
            public string Statement { get; set; } = "";
            public Dictionary<string, object> Parameters { get; set; } = new();
        }
        """);

    [Fact]
    public async Task A_language_that_cannot_write_is_lowered()
    {
        var report = (await Verify.ReportsAsync(new TestProgram("""
            using Kusto.Data.Common;
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public sealed class LogTools(ICslQueryProvider provider, ICslAdminProvider admin)
            {
                [McpServerTool]
                public object Query(string query) => provider.ExecuteQuery({|GG6005:query|});
            }
            """)
        {
            References = DeclaredLibrary.Beside("Kusto.Data", """
                namespace Kusto.Data.Common
                {
                    public interface ICslQueryProvider { object ExecuteQuery(string query); }
                    public interface ICslAdminProvider { object ExecuteControlCommand(string command); }
                }
                """),
        })).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Contains("cannot write", report.GetMessage());
    }

    [Fact]
    public async Task A_filter_written_as_text_and_one_that_is_built()
    {
        var reports = await Verify.ReportsAsync(new TestProgram("""
            using MongoDB.Driver;
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public sealed class StoreTools(IMongoCollection<string> items)
            {
                [McpServerTool]
                public long Count(string filter) => items.CountDocuments({|GG6005:filter|});

                [McpServerTool]
                public object Read(string filter)
                {
                    FilterDefinition<string> written = filter;
                    return items.Find({|GG6005:written|});
                }

                [McpServerTool]
                public void Delete(string filter) => items.DeleteMany({|GG6005:filter|});

                [McpServerTool]
                public void DeleteNamed(string name) => items.DeleteMany(new FilterDefinitionBuilder<string>().Eq("name", name));

                [McpServerTool]
                public object ReadNamed(string name) => items.Find(item => item == name);
            }
            """)
        {
            References = DeclaredLibrary.Beside("MongoDB.Driver", """
                namespace MongoDB.Driver
                {
                    public abstract class FilterDefinition<TDocument>
                    {
                        public static implicit operator FilterDefinition<TDocument>(string json) => null;
                    }

                    public class FilterDefinitionBuilder<TDocument>
                    {
                        public FilterDefinition<TDocument> Eq(string field, object value) => null;
                    }

                    public interface IMongoCollection<TDocument>
                    {
                        long CountDocuments(FilterDefinition<TDocument> filter);
                        void DeleteMany(FilterDefinition<TDocument> filter);
                    }

                    public static class IMongoCollectionExtensions
                    {
                        public static object Find<TDocument>(this IMongoCollection<TDocument> collection, FilterDefinition<TDocument> filter) => null;
                        public static object Find<TDocument>(this IMongoCollection<TDocument> collection, System.Linq.Expressions.Expression<Func<TDocument, bool>> filter) => null;
                    }
                }
                """),
        });
        Assert.Equal([DiagnosticSeverity.Info, DiagnosticSeverity.Info, DiagnosticSeverity.Warning], reports.OrderBy(report => report.Location.SourceSpan.Start).Select(report => report.Severity));
    }

    [Fact]
    public async Task A_report_says_what_is_missing()
    {
        var report = (await Verify.ReportsAsync(Tool("return connection.Execute({|GG6005:text|});"))).Single();
        Assert.Contains("Tool parameter 'text'", report.GetMessage());
        Assert.Contains("allow-list of statements", report.GetMessage());
        Assert.Equal("effect:sql", report.Properties["effect"]);
        Assert.Contains("CWE-89", report.Descriptor.CustomTags);
    }

    [Theory]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(System.Data.IDbCommand c, string s) { c.CommandText = s; c.ExecuteNonQuery( } }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(System.Data.IDbCommand c, string s) => c.CommandText = $\"SELECT {s\"; }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));
}
