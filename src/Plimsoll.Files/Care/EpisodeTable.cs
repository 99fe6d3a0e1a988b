using System.Collections;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// Episode rows in about fifty bytes each, so that the returns of a large merged extract fit in memory: texts are numbers
/// of pools, dates are days. A row becomes a record each time it is asked for.
/// </summary>
internal sealed class EpisodeTable(EpisodePools pools) : IReadOnlyList<EpisodeRow>
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;

    // Chunks, because doubling one array would need three times its memory while it grows.
    private readonly List<EpisodeCells[]> chunks = [];

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public EpisodeRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return pools.Row(in chunks[index >> ChunkBits][index & (ChunkSize - 1)]);
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(in EpisodeCells cells)
    {
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new EpisodeCells[ChunkSize]);
        }

        chunks[Count >> ChunkBits][Count & (ChunkSize - 1)] = cells;
        Count++;
    }

    /// <inheritdoc />
    public IEnumerator<EpisodeRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    /// <summary>The identifiers with the authorities under which they appear and their first row.</summary>
    public IEnumerable<(int Child, IReadOnlyCollection<int> Authorities, SourceRow First)> ByChild()
    {
        var seen = new Dictionary<int, (HashSet<int> Authorities, SourceRow First)>();
        for (var index = 0; index < Count; index++)
        {
            ref readonly var cells = ref chunks[index >> ChunkBits][index & (ChunkSize - 1)];
            if (!seen.TryGetValue(cells.Child, out var known))
            {
                seen[cells.Child] = known = ([], this[index].Source);
            }

            known.Authorities.Add(cells.Authority);
        }

        return seen.Select(pair => (pair.Key, (IReadOnlyCollection<int>)pair.Value.Authorities, pair.Value.First));
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One episode as numbers. Days are counted from 1 January 1970; an open episode has no end day.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EpisodeCells
{
    public int Child;
    public int HomeDistrict;
    public int PlacementDistrict;
    public int Urn;
    public int Line;
    public ushort Commenced;
    public ushort Ceased;
    public ushort Authority;
    public ushort File;
    public ushort Year;
    public ushort ReasonNew;
    public ushort LegalStatus;
    public ushort Need;
    public ushort Place;
    public ushort Provider;
    public ushort ReasonCeased;
    public ushort ReasonChange;
}

/// <summary>The texts behind the numbers of <see cref="EpisodeCells"/>, shared by all files of an import.</summary>
internal sealed class EpisodePools(CodeLists lists, TextPool children, TextPool authorities, List<string> files)
{
    /// <summary>The end day of an open episode.</summary>
    public const ushort Open = ushort.MaxValue;

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    public CodeColumn ReasonNew { get; } = new("RNE", lists.ReasonNewEpisode);

    public CodeColumn LegalStatus { get; } = new("LS", lists.LegalStatus);

    public CodeColumn Need { get; } = new("CIN", lists.CategoryOfNeed);

    public CodeColumn Place { get; } = new("PLACE", lists.PlacementType);

    public CodeColumn Provider { get; } = new("PLACE_PROVIDER", lists.Provider);

    public CodeColumn ReasonCeased { get; } = new("REC", lists.ReasonEpisodeCeased);

    public CodeColumn ReasonChange { get; } = new("REASON_PLACE_CHANGE", lists.ReasonPlacementChange);

    public TextPool Districts { get; } = new();

    public UrnPool Urns { get; } = new();

    /// <summary>The number of a day. Days before 1970 or after 2149 do not reach the table.</summary>
    public static ushort Number(DateOnly day) => checked((ushort)(day.DayNumber - FirstDay));

    /// <summary>The record of a row.</summary>
    public EpisodeRow Row(in EpisodeCells cells) => new(
        new ChildKey(authorities[cells.Authority], children[cells.Child]),
        Day(cells.Commenced),
        ReasonNew.Text(cells.ReasonNew),
        LegalStatus.Text(cells.LegalStatus),
        Need.Text(cells.Need),
        Place.Text(cells.Place),
        Provider.Text(cells.Provider),
        cells.Ceased == Open ? null : Day(cells.Ceased),
        ReasonCeased.Text(cells.ReasonCeased),
        ReasonChange.Text(cells.ReasonChange),
        Districts[cells.HomeDistrict],
        Districts[cells.PlacementDistrict],
        Urns.Text(cells.Urn),
        cells.Year,
        new SourceRow(files[cells.File], cells.Line));

    private static DateOnly Day(ushort number) => DateOnly.FromDayNumber(FirstDay + number);
}
