using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>What the returns say about a child's birth: the latest Header row with a date wins, then the latest UASC row.</summary>
/// <param name="HasHeader">Whether the child has a Header row at all.</param>
/// <param name="Born">The date of birth, or null when no row gives one.</param>
internal readonly record struct Births(bool HasHeader, DateOnly? Born)
{
    /// <summary>Reads the rows of a child; dates that contradict the latest become findings.</summary>
    public static Births Of(ChildRecords own, HistoryFindings findings)
    {
        if (own.Headers.Count == 0)
        {
            return new Births(false, null);
        }

        DateOnly? latest = null;
        foreach (var row in own.Headers
            .OrderByDescending(row => row.CollectionYear)
            .ThenBy(row => row.Source.File, StringComparer.Ordinal)
            .ThenBy(row => row.Source.Line))
        {
            if (latest is { } known && row.Born is { } other && other != known)
            {
                findings.Add(
                    HistoryFinding.BirthContradiction,
                    row.Child,
                    row.Source,
                    "DOB",
                    $"born {InWords.FileDate(other)}; a later return says {InWords.FileDate(known)}",
                    "used the latest return");
            }

            latest ??= row.Born;
        }

        return new Births(
            true,
            latest ?? own.Unaccompanied.OrderByDescending(row => row.CollectionYear).FirstOrDefault(row => row.Born is not null)?.Born);
    }
}
