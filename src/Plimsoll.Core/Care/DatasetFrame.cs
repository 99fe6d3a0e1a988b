using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>What must be known of all returns together before the records of one child can be settled: which years of which authority are there, and where the data end.</summary>
public sealed class DatasetFrame
{
    private readonly SortedDictionary<string, SortedSet<int>> returns = new(StringComparer.Ordinal);

    /// <summary>Frames a dataset.</summary>
    /// <param name="files">The files that were read.</param>
    /// <param name="returned">The authorities and collection years that Episodes rows speak for; repeats do no harm.</param>
    public DatasetFrame(ImmutableArray<ReturnFile> files, IEnumerable<(string Authority, int Year)> returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        foreach (var (authority, year) in returned)
        {
            if (!returns.TryGetValue(authority, out var years))
            {
                years = [];
                returns.Add(authority, years);
            }

            years.Add(year);
        }

        Years = [.. returns.Values.SelectMany(set => set).Distinct().Order()];
        DataEnd = EndOf(files);
    }

    /// <summary>The collection years present, ascending.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The last collection year; 0 where there is none.</summary>
    public int LastYear => Years.IsEmpty ? 0 : Years[^1];

    /// <summary>1 April of the first return; the first of all days where there is none.</summary>
    public DateOnly WindowStart => Years.IsEmpty ? DateOnly.MinValue : FirstDayOf(Years[0]);

    /// <summary>Last day of the data, inclusive; the first of all days where there is none.</summary>
    public DateOnly DataEnd { get; }

    /// <summary>The authorities present, empty labels left out.</summary>
    public ImmutableArray<string> Authorities => [.. returns.Keys.Where(authority => authority.Length > 0)];

    /// <summary>The collection years of an authority that has episodes.</summary>
    internal SortedSet<int> ReturnsOf(string authority) => returns[authority];

    /// <summary>1 April of the first of some returns.</summary>
    internal static DateOnly FirstDayOf(int firstYear) => new(firstYear - 1, 4, 1);

    // 31 March of the last return, unless the files say that they end earlier (a return still in progress).
    private DateOnly EndOf(ImmutableArray<ReturnFile> files)
    {
        if (LastYear == 0)
        {
            return DateOnly.MinValue;
        }

        var marchEnd = new DateOnly(LastYear, 3, 31);
        var latest = files
            .Where(file => file.Table == ReturnTable.Episodes && file.Years.Contains(LastYear))
            .Max(file => file.DataEnd);
        return latest is { } end && end < marchEnd ? end : marchEnd;
    }
}
