using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plimsoll.Store.Care;

/// <summary>Names a dataset by its content: the same files, whenever and in whatever order they were imported, give the same name.</summary>
/// <param name="Text">The first twelve hexadecimal digits of the SHA-256 over the dataset's parts in order.</param>
public readonly record struct DatasetId(string Text)
{
    /// <inheritdoc />
    public override string ToString() => Text;

    internal static DatasetId Of(ImmutableHashSet<PartKey> parts)
    {
        var lines = parts.Select(part => part.ToString()).Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return new DatasetId(Convert.ToHexStringLower(hash)[..12]);
    }
}

/// <summary>
/// What a part of a dataset is: the rows of one file for one authority and one collection year. The number of rows
/// used is in it, so that a version of the program that reads a file better makes a new dataset of it.
/// </summary>
internal sealed record PartKey(string FileHash, string Table, string Authority, int Year, int UsedRows)
{
    public override string ToString() => string.Join(
        '\t', FileHash, Table, Year.ToString(CultureInfo.InvariantCulture), UsedRows.ToString(CultureInfo.InvariantCulture), Authority);
}
