using Microsoft.Data.Sqlite;

namespace Plimsoll.Store.Databases;

/// <summary>What SQLite and the file system say, in words. The numbers are SQLite's result codes (sqlite.org/rescode.html).</summary>
internal static class SqliteProblems
{
    private const string Unchanged = "Nothing was changed.";

    public static bool IsBusy(SqliteException error) => error.SqliteErrorCode is 5 or 6;

    public static WorkspaceProblem NotOurs(string folder) => new(
        $"The file {SqliteDatabase.FileName} in the folder {folder} is not a Plimsoll workspace.",
        "Another program may own it, so nothing was touched.",
        "Choose another folder for the workspace, or move the file away.");

    public static WorkspaceProblem? Explain(Exception error, string folder) => error switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => new(
            "Somebody else is changing this workspace just now.",
            "Two changes at once could mix their records. " + Unchanged,
            "Wait until the other import or forecast has ended, then try again."),
        SqliteException { SqliteErrorCode: 13 } => new(
            $"The disk that holds the workspace folder {folder} is full.",
            Unchanged + " The records from before are as they were.",
            "Free some space (an import needs about three times the size of its files), then try again."),
        SqliteException { SqliteErrorCode: 26 } => NotOurs(folder),
        SqliteException { SqliteErrorCode: 11 } => new(
            $"The file {SqliteDatabase.FileName} in the folder {folder} is damaged.",
            "Its records can no longer be trusted. Nothing more was written to it.",
            "Put back the last backup of the folder, or move the file away and import the return files again."),
        SqliteException { SqliteErrorCode: 8 or 3 or 23 } => Denied(folder, "may not be written to"),
        SqliteException { SqliteErrorCode: 14 } => Denied(folder, "could not be opened"),
        SqliteException { SqliteErrorCode: 10 } => new(
            $"The disk that holds the workspace folder {folder} did not answer as it should.",
            Unchanged,
            "Check that the disk or network drive is connected and has space, then try again. A folder on a local disk is safest."),
        UnauthorizedAccessException => Denied(folder, "may not be used"),
        IOException => Denied(folder, "could not be made"),
        _ => null,
    };

    private static WorkspaceProblem Denied(string folder, string what) => new(
        $"The workspace folder {folder} {what} by this account.",
        "Plimsoll keeps all its records there. " + Unchanged,
        "Ask for the right to write to the folder, or choose another one with --workspace.");
}
