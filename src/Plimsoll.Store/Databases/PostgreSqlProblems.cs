using Npgsql;

namespace Plimsoll.Store.Databases;

/// <summary>What PostgreSQL says, in words. The codes are its SQLSTATE values (appendix A of its manual).</summary>
internal static class PostgreSqlProblems
{
    private const string Unchanged = "Nothing was changed.";

    public static WorkspaceProblem Unreadable { get; } = new(
        "The connection text for the database cannot be read.",
        "Without it Plimsoll cannot find its records.",
        "Write it as Host=...;Database=...;Username=...;Password=... and try again.");

    public static WorkspaceProblem? Explain(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new(
            "Somebody else is changing this workspace just now.",
            "Two changes at once could mix their records. " + Unchanged,
            "Wait until the other import or forecast has ended, then try again."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new(
            "The database refused the account or its password.",
            "Plimsoll cannot read its records. " + Unchanged,
            "Check the account and password in the connection text, or ask whoever runs the database."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new(
            "The database named in the connection text does not exist.",
            "Plimsoll makes its own tables but not the database. " + Unchanged,
            "Ask whoever runs the database server to make it, or correct its name."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new(
            "The account may not do this in the database.",
            "Plimsoll needs to make and change its own tables there. " + Unchanged,
            "Ask whoever runs the database to let the account create tables in it."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(
            "The disk of the database server is full.",
            Unchanged + " The records from before are as they were.",
            "Ask whoever runs the database server to free some space, then try again."),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => new(
            "A file holds a character that the database cannot keep.",
            Unchanged,
            "Save the file again as CSV UTF-8 from the case system or spreadsheet, then import it again."),
        PostgresException => null,
        NpgsqlException or System.Net.Sockets.SocketException => new(
            "The database server does not answer.",
            "Plimsoll keeps its records there. " + Unchanged,
            "Check the server's name and that it is running and can be reached from this computer, then try again."),
        _ => null,
    };
}
