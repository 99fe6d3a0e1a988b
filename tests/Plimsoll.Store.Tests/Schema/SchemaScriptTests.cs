using System.Text.RegularExpressions;
using Plimsoll.Store.Schema;

namespace Plimsoll.Store.Tests.Schema;

public sealed partial class SchemaScriptTests
{
    [Fact]
    public void Both_databases_have_the_same_tables_with_the_same_columns()
    {
        for (var version = 1; version <= SchemaScripts.Current; version++)
        {
            var sqlite = Tables(SchemaScripts.Read("Sqlite", version));
            var postgreSql = Tables(SchemaScripts.Read("PostgreSql", version));
            postgreSql.Remove("plimsoll_schema"); // SQLite keeps its version in the header of the file.
            Assert.NotEmpty(sqlite);
            Assert.Equal(sqlite, postgreSql);
        }
    }

    [Fact]
    public void The_large_tables_have_exactly_the_columns_that_rows_are_written_to()
    {
        var tables = Tables(SchemaScripts.Read("Sqlite", 1));
        foreach (var table in (Plimsoll.Store.Databases.RowTable[])[Plimsoll.Store.Care.ReturnTables.Headers, Plimsoll.Store.Care.ReturnTables.Episodes, Plimsoll.Store.Care.ReturnTables.Unaccompanied])
        {
            Assert.Equal($"{table.Key}, seq, {table.ColumnList}", tables[table.Name]);
        }
    }

    private static SortedDictionary<string, string> Tables(string script) => new(
        TableText().Matches(script).ToDictionary(
            table => table.Groups["name"].Value,
            table => string.Join(", ", ColumnText().Matches(table.Groups["body"].Value).Select(column => column.Groups["name"].Value))),
        StringComparer.Ordinal);

    [GeneratedRegex(@"CREATE TABLE (?<name>\w+) \((?<body>.*?)\n\)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TableText();

    [GeneratedRegex(@"^    (?<name>[a-z_0-9]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ColumnText();
}
