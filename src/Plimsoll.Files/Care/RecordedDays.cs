using System.Runtime.InteropServices;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>The days on which episodes of a file or of one YEAR label began and ended, counted by collection year.</summary>
internal sealed class RecordedDays
{
    private const int FewestToJudge = 5;

    private readonly Dictionary<int, (int Count, DateOnly Latest)> years = [];

    /// <summary>Counts a start, or another date that lies in the year it belongs to.</summary>
    public void Add(DateOnly day) => Add(FinancialYear.Of(day).StartYear + 1, day);

    /// <summary>Counts an end: one on 1 April still belongs to the year before, whose last night it closes.</summary>
    public void AddEnd(DateOnly day) => Add(FinancialYear.Of(day.AddDays(-1)).StartYear + 1, day);

    /// <summary>How many dates lie in a collection year.</summary>
    public int In(int collectionYear) => years.GetValueOrDefault(collectionYear).Count;

    /// <summary>The latest date in a collection year, or null.</summary>
    public DateOnly? LatestIn(int collectionYear) => years.TryGetValue(collectionYear, out var year) ? year.Latest : null;

    /// <summary>
    /// The last collection year that the dates support, or null without dates. A later year held up by one date only,
    /// with empty years between it and the rest, is a slip of the keyboard; of a handful of dates nobody can say that.
    /// </summary>
    public int? LastYear()
    {
        var descending = years.OrderByDescending(year => year.Key).ToArray();
        var earlier = descending.Sum(year => year.Value.Count);
        for (var i = 0; i + 1 < descending.Length; i++)
        {
            earlier -= descending[i].Value.Count;
            var isSlip = descending[i].Value.Count == 1 && descending[i + 1].Key < descending[i].Key - 1 && earlier >= FewestToJudge;
            if (!isSlip)
            {
                return descending[i].Key;
            }
        }

        return descending.Length == 0 ? null : descending[^1].Key;
    }

    /// <summary>Adds all of another's dates.</summary>
    public void Add(RecordedDays other)
    {
        foreach (var (year, (count, latest)) in other.years)
        {
            Add(year, latest, count);
        }
    }

    private void Add(int collectionYear, DateOnly day, int count = 1)
    {
        ref var year = ref CollectionsMarshal.GetValueRefOrAddDefault(years, collectionYear, out _);
        year = (year.Count + count, year.Count > 0 && year.Latest > day ? year.Latest : day);
    }
}
