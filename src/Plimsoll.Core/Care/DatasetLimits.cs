namespace Plimsoll.Core.Care;

/// <summary>
/// Where records stop being of ordinary size. Ordinary records are held in memory as a whole and every place of every
/// finding is listed; larger ones are gone through child by child, and of each finding only the first places are
/// listed, with the true counts beside them.
/// </summary>
/// <param name="OrdinaryRows">Rows up to which records are ordinary. A council of a thousand children in care has about ten thousand in five years.</param>
/// <param name="MostListed">Places that are listed of one finding in larger records.</param>
public sealed record DatasetLimits(int OrdinaryRows, int MostListed)
{
    /// <summary>Half a million rows, and ten thousand places of a finding.</summary>
    public static DatasetLimits Default { get; } = new(500_000, 10_000);

    /// <summary>Whether records with so many rows are ordinary.</summary>
    public bool IsOrdinary(long rows) => rows <= OrdinaryRows;

    /// <summary>How many places of one finding are listed in records with so many rows.</summary>
    public int ListedOf(long rows) => IsOrdinary(rows) ? int.MaxValue : MostListed;
}
