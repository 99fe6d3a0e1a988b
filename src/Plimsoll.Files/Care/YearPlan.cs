using Plimsoll.Core.Care;

namespace Plimsoll.Files.Care;

/// <summary>
/// Which return each file, or each YEAR label of a file, belongs to. Episodes speak for themselves by their dates; the
/// other tables follow the Episodes file that lies beside them, or the year in their name.
/// </summary>
internal sealed class YearPlan
{
    private static readonly Dictionary<string, int> NoLabels = [];

    private readonly List<(FileProfile File, IReadOnlyDictionary<string, int> Years, int OnlyYear)> episodes = [];

    /// <param name="files">All files of the import.</param>
    public YearPlan(IEnumerable<FileProfile> files)
    {
        foreach (var file in files.Where(file => file.Table == ReturnTable.Episodes))
        {
            var lastYear = file.AllDays.LastYear() ?? 0;
            var years = Labelled(file, YearLabels.Offset(file.Labels));
            episodes.Add((file, years, years.Count > 0 ? years.Values.Max() : lastYear));
        }
    }

    /// <summary>The years of a file's labels, and the year of its rows without a label; 0 when not known.</summary>
    public (IReadOnlyDictionary<string, int> Years, int OnlyYear) Of(FileProfile file)
    {
        if (file.Table == ReturnTable.Episodes)
        {
            var own = episodes.First(known => ReferenceEquals(known.File, file));
            return (own.Years, own.OnlyYear);
        }

        return file.HasYearColumn ? (Labelled(file, OffsetBeside(file)), 0) : (NoLabels, YearBeside(file));
    }

    private static Dictionary<string, int> Labelled(FileProfile file, int? offset) =>
        file.Labels.ToDictionary(
            label => label.Key,
            label => YearLabels.Spelled(label.Key)
                ?? (YearLabels.Plain(label.Key) is { } plain && offset is { } add ? plain + add : label.Value.LastYear() ?? 0),
            StringComparer.Ordinal);

    private int? OffsetBeside(FileProfile file)
    {
        var beside = episodes.Where(known => known.File.Source.Folder == file.Source.Folder);
        return Majority(beside) ?? Majority(episodes);
    }

    private static int? Majority(IEnumerable<(FileProfile File, IReadOnlyDictionary<string, int> Years, int OnlyYear)> files)
    {
        var offsets = files.Select(known => YearLabels.Offset(known.File.Labels)).OfType<int>().ToArray();
        return offsets.Length == 0 ? null : offsets.Sum() * 2 >= offsets.Length ? 1 : 0;
    }

    private int YearBeside(FileProfile file)
    {
        var single = episodes.Where(known => known.Years.Count == 0 && known.OnlyYear > 0).ToArray();
        var beside = single.Where(known => known.File.Source.Folder == file.Source.Folder).ToArray();
        if (beside.Length > 0 && beside.All(known => known.OnlyYear == beside[0].OnlyYear))
        {
            return beside[0].OnlyYear;
        }

        var named = YearLabels.InName(file.Source.Name);
        var candidates = beside.Length > 0 ? beside : single;
        var sameName = candidates.Where(known => YearLabels.InName(known.File.Source.Name).Intersect(named).Any()).Select(known => known.OnlyYear).Distinct().ToArray();
        if (sameName.Length == 1)
        {
            return sameName[0];
        }

        var years = episodes.SelectMany(known => known.Years.Values.Append(known.OnlyYear)).ToHashSet();
        foreach (var (year, isSpelled) in named)
        {
            if (years.Contains(year))
            {
                return year;
            }

            if (!isSpelled && years.Contains(year + 1))
            {
                return year + 1;
            }
        }

        return 0;
    }
}
