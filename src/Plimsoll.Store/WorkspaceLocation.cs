namespace Plimsoll.Store;

/// <summary>Where a workspace keeps its records.</summary>
public abstract record WorkspaceLocation
{
    private WorkspaceLocation()
    {
    }

    /// <summary>A folder on this machine: the records are in the SQLite file plimsoll.db inside it.</summary>
    /// <param name="Path">The folder; made on first use, readable only by the account that makes it.</param>
    public sealed record Folder(string Path) : WorkspaceLocation
    {
        /// <summary>The name of the file inside the folder; SQLite keeps companions beside it that begin with the same name.</summary>
        public const string FileName = "plimsoll.db";
    }

    /// <summary>A PostgreSQL database, version 13 or later, that exists and in which the account may make tables.</summary>
    /// <param name="ConnectionString">Connection string of the Npgsql provider. Never shown or logged.</param>
    public sealed record PostgreSql(string ConnectionString) : WorkspaceLocation
    {
        /// <summary>Names the kind of location only: a connection string may hold a password.</summary>
        public override string ToString() => nameof(PostgreSql);
    }
}
