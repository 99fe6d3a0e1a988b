using System.Globalization;

namespace Plimsoll.Store.Schema;

/// <summary>
/// The versions of the schema: script n takes a database from version n - 1 to n. There is one list for each kind of
/// database; a new version adds a script to both folders and raises <see cref="Current"/>.
/// </summary>
internal static class SchemaScripts
{
    public const int Current = 5;

    /// <summary>The script that leads to a version.</summary>
    /// <param name="provider">The folder: Sqlite or PostgreSql.</param>
    /// <param name="version">1 to <see cref="Current"/>.</param>
    public static string Read(string provider, int version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Schema.{provider}.{version:0000}.sql");
        using var stream = typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its schema script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static WorkspaceProblem FromNewerVersion(long version) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"This workspace was last used by a newer version of Plimsoll (its records have layout {version}, this program knows layout {Current})."),
        "Opening it here could damage the records, so nothing was touched.",
        "Install the newer version of Plimsoll, or choose another workspace.");
}
