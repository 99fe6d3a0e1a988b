using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Files.Care.Writing;

/// <summary>Writes a yearly return as a folder of CSV files, one a table, as a council sends it.</summary>
public static class ReturnWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder of a collection year: 2025-26 for the year to 31 March 2026.</summary>
    public static string FolderName(int collectionYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{collectionYear - 1:0000}-{collectionYear % 100:00}");

    /// <summary>The file of a table.</summary>
    public static string FileName(ReturnTable table) => TableShapes.Name(table) + ".csv";

    /// <summary>The tables that a collection year has; a table not yet collected is absent.</summary>
    public static IEnumerable<ReturnTable> Tables(int collectionYear) =>
        Enum.GetValues<ReturnTable>().Where(table => SubmittedReturn.FirstCollected(table) is not { } from || from <= collectionYear);

    /// <summary>Writes the return into a folder of its own below a directory; files of the same name are replaced.</summary>
    /// <param name="year">The return.</param>
    /// <param name="directory">The directory; made where it is missing.</param>
    /// <returns>The paths of the files, in order of table.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory may not be written to.</exception>
    public static ImmutableArray<string> Write(SubmittedReturn year, string directory)
    {
        ArgumentNullException.ThrowIfNull(year);
        var folder = Directory.CreateDirectory(Path.Combine(directory, FolderName(year.CollectionYear))).FullName;
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var table in Tables(year.CollectionYear))
        {
            var path = Path.Combine(folder, FileName(table));
            File.WriteAllText(path, ReturnTableText.Of(year, table), Utf8);
            paths.Add(path);
        }

        return paths.ToImmutable();
    }
}
