using System.Globalization;
using Npgsql;

namespace Plimsoll.Store.Tests;

/// <summary>A kind of database on which every test of the store runs. Each call gives a new, empty place.</summary>
public abstract class Place : IAsyncLifetime
{
    public abstract Task<WorkspaceLocation> FreshAsync();

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a statement past the workspace's door, as a meddler would.</summary>
    public abstract Task MeddleAsync(WorkspaceLocation location, string sql);

    public async Task<Workspace> OpenFreshAsync() => await Workspace.OpenAsync(await FreshAsync(), TestContext.Current.CancellationToken);
}

public sealed class SqlitePlace : Place
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("plimsoll-store-");
    private int count;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override Task<WorkspaceLocation> FreshAsync()
    {
        var name = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult<WorkspaceLocation>(new WorkspaceLocation.Folder(Path.Combine(root.FullName, name)));
    }

    public override async Task MeddleAsync(WorkspaceLocation location, string sql)
    {
        var file = Path.Combine(((WorkspaceLocation.Folder)location).Path, "plimsoll.db");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgreSqlPlace : Place
{
    private const string Variable = "PLIMSOLL_TEST_POSTGRES";
    private static int count;
    private readonly List<string> databases = [];

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override async Task<WorkspaceLocation> FreshAsync()
    {
        if (string.IsNullOrEmpty(Server))
        {
            const string missing = $"{Variable} is not set: start a database with eng/postgres.sh";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Skip(missing);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"plimsoll_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await RunAsync(Server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await RunAsync(Server, $"CREATE DATABASE {name}");
        lock (databases)
        {
            databases.Add(name);
        }

        return new WorkspaceLocation.PostgreSql(new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString());
    }

    public override Task MeddleAsync(WorkspaceLocation location, string sql) =>
        RunAsync(((WorkspaceLocation.PostgreSql)location).ConnectionString, sql);

    public override async ValueTask DisposeAsync()
    {
        foreach (var name in databases)
        {
            await RunAsync(Server!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
